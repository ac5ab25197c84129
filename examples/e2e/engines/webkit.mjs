import { spawn } from 'node:child_process'
import { env, execPath } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createSandbox } from '@authchart/sandbox'
import { findPort } from '../../../scripts/lib/find-port.mjs'
import { say } from '../../../scripts/lib/say.mjs'
import { findProgram } from './find-program.mjs'
import { Browser } from './webdriver.mjs'
import { cookieFlows, flows } from './webkit-flows.mjs'

const inside = (path) => fileURLToPath(new URL(path, import.meta.url))
const driver = findProgram('WebKitWebDriver')
const display = findProgram('Xvfb')
const apps = ['react', 'vue']

if (!driver || (!display && !env.DISPLAY)) {
  say(`WebKit: skipped, ${driver ? 'Xvfb' : 'WebKitWebDriver'} is not installed.`)
} else {
  process.exitCode = await run()
}

async function run() {
  const children = []
  const start = (program, args, options = {}) => {
    const child = spawn(program, args, { stdio: 'ignore', ...options })
    children.push(child)
    return child
  }
  const sandbox = createSandbox()
  const { close, config } = await listen(sandbox)
  const cognito = control(config)
  let browser
  let failed = 0
  let passed = 0
  try {
    const screen = env.DISPLAY ?? `:${90 + (process.pid % 100)}`
    if (!env.DISPLAY) start(display, [screen, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'])
    const port = await findPort(4573)
    // No `localhost` proxies, and no sandbox of processes, for which a container lacks the rights.
    start(driver, ['--host=127.0.0.1', `--port=${port}`], {
      env: { ...env, DISPLAY: screen, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    })
    const url = `http://127.0.0.1:${port}`
    await answers(`${url}/status`)
    browser = await Browser.open(url)
    for (const app of apps) {
      for (const [settings, all] of [
        [{}, flows],
        [{ cookieStorage: {} }, cookieFlows],
      ]) {
        const appPort = await findPort(4673)
        const page = `http://localhost:${appPort}/`
        const vite = inside('../../../node_modules/vite/bin/vite.js')
        const server = start(execPath, [vite, 'preview', '--host', 'localhost'], {
          cwd: inside(`../../${app}`),
          env: {
            ...env,
            PORT: String(appPort),
            AUTH_CONFIG: JSON.stringify({ ...config, ...settings }),
          },
        })
        await answers(page)
        for (const [title, flow] of Object.entries(all)) {
          await cognito.reset()
          const from = Date.now()
          try {
            await browser.startAnew(page)
            await browser.route('signIn')
            await flow({ browser, cognito })
            passed += 1
            say(`  ✓ [webkit ${app}] ${title} (${Date.now() - from} ms)`)
          } catch (error) {
            failed += 1
            say(`  ✗ [webkit ${app}] ${title}\n    ${error.message}`)
          }
        }
        server.kill()
      }
    }
  } finally {
    await browser?.close().catch(() => undefined)
    for (const child of children.reverse()) child.kill()
    await close()
  }
  say(`WebKit: ${passed} passed, ${failed} failed.`)
  return failed === 0 && passed > 0 ? 0 : 1
}

async function listen(sandbox) {
  const server = await sandbox.listen(0)
  return { close: () => server.close(), config: sandbox.config }
}

async function answers(url) {
  for (let tries = 0; tries < 200; tries += 1) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) return
    await pause(100)
  }
  throw new Error(`${url} does not answer`)
}

/** What a flow does to the sandbox without a browser. */
function control({ endpoint, controlUrl, userPoolClientId, userPoolId }) {
  const send = async (url, method, body, headers = {}) => {
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`)
    return response.json().catch(() => undefined)
  }
  const call = (operation, body) =>
    send(endpoint, 'POST', body, {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...(operation.startsWith('Admin') && { authorization: 'AWS4-HMAC-SHA256 local' }),
    })
  return {
    reset: () => send(`${controlUrl}/reset`, 'POST'),
    async code(email) {
      const messages = await send(`${controlUrl}/outbox?to=${encodeURIComponent(email)}`, 'GET')
      return messages[0].code
    },
    signUp: (email, password) =>
      call('SignUp', {
        ClientId: userPoolClientId,
        Username: email,
        Password: password,
        UserAttributes: [{ Name: 'email', Value: email }],
      }),
    async member(email, password) {
      await this.signUp(email, password)
      const ConfirmationCode = await this.code(email)
      await call('ConfirmSignUp', { ClientId: userPoolClientId, Username: email, ConfirmationCode })
    },
    async preferEmail(email) {
      await send(`${controlUrl}/pool`, 'PATCH', {
        MfaConfiguration: 'OPTIONAL',
        EmailMfaConfiguration: {},
      })
      await call('AdminSetUserMFAPreference', {
        UserPoolId: userPoolId,
        Username: email,
        EmailMfaSettings: { Enabled: true, PreferredMfa: true },
      })
    },
  }
}
