import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'
import { createSandbox } from '@authchart/sandbox'

const sandbox = createSandbox()
const { config, close } = await sandbox.listen(0)
const AUTH_CONFIG = JSON.stringify(config)
const env = { ...process.env, AUTH_CONFIG, NUXT_TELEMETRY_DISABLED: '1' }
const nuxi = 'node_modules/nuxt/bin/nuxt.mjs'
const built = spawnSync(process.execPath, [nuxi, 'build'], { encoding: 'utf8', env })
assert.equal(built.status, 0, `${built.stdout}${built.stderr}`)

const port = await freePort()
const server = spawn(process.execPath, ['.output/server/index.mjs'], {
  env: { ...env, NITRO_PORT: String(port), NITRO_HOST: '127.0.0.1', NUXT_PUBLIC_AUTH: AUTH_CONFIG },
  stdio: ['ignore', 'pipe', 'pipe'],
})
let log = ''
for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (log += chunk))
try {
  const guest = await page(port)
  assert.equal(guest.status, 200, log)
  assert.match(guest.html, /<h1>signIn signed out<\/h1>/)

  const storage = requestCookies('')
  const auth = createAuth({ config, storage, timeoutMs: 60_000 })
  await signUp(auth)
  const cookie = storage.cookieHeader
  const ada = await page(port, cookie)
  assert.equal(ada.status, 200, log)
  assert.match(ada.html, /<h1>signedIn ada@example.com<\/h1>/)
  for (const token of Object.values(await auth.getSession())) {
    if (typeof token === 'string' && token.length > 100) assert.ok(!ada.html.includes(token))
  }
  auth.stop()
} finally {
  server.kill()
  await once(server, 'exit')
  await close?.()
}
process.exit(0)

async function signUp(auth) {
  const at = async (route) => {
    while (auth.getView().route !== route || auth.getView().isPending) {
      assert.equal(auth.getView().failure, undefined)
      await new Promise((done) => setTimeout(done, 20))
    }
    return auth.getView()
  }
  const credentials = { username: 'ada@example.com', password: 'Correct-horse-7' }
  ;(await at('signIn')).goSignUp()
  ;(await at('signUp')).submit(credentials)
  const confirm = await at('confirmSignUp')
  const outbox = await fetch(`${config.controlUrl}/outbox`, {
    headers: { accept: 'application/json' },
  })
  const [{ code }] = await outbox.json()
  confirm.submit({ code })
  await at('signedIn')
}

async function page(port, cookie = '') {
  for (let left = 1_800; ; left -= 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } }).catch(
      (cause) => {
        if (left === 0) throw new Error(log, { cause })
      },
    )
    if (answer) return { status: answer.status, html: await answer.text() }
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  return port
}
