/**
 * How often the components of a sign-in with a second factor render, by step and by keystroke: `useAuthForm()` beside
 * `useAuthenticator()` of Amplify UI, in React and in Vue, in a browser against the sandbox. Prints JSON.
 * `node bench/renders.mjs`
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { createSandbox } from '@authchart/sandbox'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { findBrowser } from '../scripts/lib/browser/find-browser.mjs'

const username = '+15550100200'
const password = 'Password1!'

/** The fields by their names in each library, and what shows that a step is over. */
const names = {
  authchart: { username: 'username', password: 'password', code: 'code' },
  amplify: { username: 'username', password: 'password', code: 'confirmation_code' },
}

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version

const browser = await chromium.launch({ executablePath: await findBrowser() })
const results = []
try {
  for (const framework of ['react', 'vue']) {
    for (const library of ['authchart', 'amplify']) {
      results.push({ framework, library, ...(await measure(framework, library)) })
    }
  }
} finally {
  await browser.close()
}
const versions = Object.fromEntries(
  ['react', 'vue', '@aws-amplify/ui-react', '@aws-amplify/ui-vue'].map((name) => [
    name,
    versionOf(name),
  ]),
)
stdout.write(`${JSON.stringify({ versions, results }, null, 2)}\n`)

/** Signs in once, and gives the renders of each component. */
async function measure(framework, library) {
  const sandbox = createSandbox({
    pool: { UsernameAttributes: ['phone_number'], MfaConfiguration: 'ON', SmsMfaConfiguration: {} },
    users: [{ username, password }],
  })
  const { config } = await sandbox.listen()
  const server = await serve(await bundle(`${framework}-${library}`), config)
  const page = await browser.newPage()
  page.setDefaultTimeout(60_000)
  const errors = []
  page.on('pageerror', ({ message }) => errors.push(message))
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/`)
    const { steps, keystrokes } = await signIn(page, names[library], config)
    if (errors.length > 0) throw new Error(errors.join('\n'))
    const renders = sumOf(steps.flatMap(({ renders }) => Object.values(renders)))
    const typed = sumOf(Object.values(keystrokes.renders))
    return { steps, keystrokes, total: renders + typed, perKeystroke: typed / keystrokes.count }
  } catch (error) {
    const shown = await page.locator('body').textContent()
    const all = [`${framework} with ${library}, which shows: ${shown}`, ...errors]
    throw new Error(all.join('\n'), { cause: error })
  } finally {
    await page.close()
    server.close()
    await sandbox.close()
  }
}

async function signIn(page, fields, { controlUrl }) {
  const input = (name) => page.locator(`input[name="${name}"]`)
  const keystrokes = { count: 0, renders: {} }
  const steps = []
  /** Waits until nothing renders any more. */
  const take = async () => {
    await page.waitForTimeout(300)
    return page.evaluate(() => window.takeCounts())
  }
  const step = async (name) => steps.push({ step: name, renders: await take() })
  const type = async (name, text) => {
    await input(name).pressSequentially(text)
    keystrokes.count += text.length
    for (const [component, renders] of Object.entries(await take())) {
      keystrokes.renders[component] = (keystrokes.renders[component] ?? 0) + renders
    }
  }
  const submit = () => page.locator('form button').first().click()

  await input(fields.username).waitFor()
  await step('open')
  await type(fields.username, username)
  await type(fields.password, 'Wrong-horse-7')
  await submit()
  await page.locator('[role=alert]').waitFor()
  await step('wrong password')
  await input(fields.password).fill('')
  await type(fields.password, password)
  await submit()
  await input(fields.code).waitFor()
  await step('password')
  const response = await fetch(`${controlUrl}/outbox?to=${encodeURIComponent(username)}`, {
    headers: { accept: 'application/json' },
  })
  const [{ code }] = await response.json()
  await type(fields.code, code)
  await submit()
  await page.locator('[data-home]').waitFor()
  await step('code')
  return { steps, keystrokes }
}

/** Builds for production: development builds render more often. */
async function bundle(name) {
  const { outputFiles } = await build({
    entryPoints: [
      fileURLToPath(
        new URL(`renders/${name}.${/^react/.test(name) ? 'tsx' : 'ts'}`, import.meta.url),
      ),
    ],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    target: 'es2022',
    write: false,
    outdir: 'out',
    // Amplify UI is made of XState 4, and npm may give it the 5 of this repository.
    alias: name.endsWith('amplify') ? { xstate: 'xstate-4' } : {},
    loader: { '.css': 'empty' },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  })
  return outputFiles[0].text
}

/** Serves the app on the loopback interface: a page of another address may not reach the sandbox there. */
async function serve(script, { endpoint, userPoolId, userPoolClientId }) {
  const settings = JSON.stringify({ endpoint, userPoolId, userPoolClientId })
  const html = `<!doctype html><title>bench</title><body></body><script>window.bench=${settings}</script><script type="module" src="/app.js"></script>`
  const server = createServer((request, response) => {
    const isScript = request.url === '/app.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : html)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function sumOf(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0)
}
