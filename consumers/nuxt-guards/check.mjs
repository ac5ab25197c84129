import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'
import { createSandbox } from '@authchart/sandbox'

const sandbox = createSandbox({
  users: [{ username: 'ada@example.com', password: 'Correct-horse-7' }],
})
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
  const wanted = '/orders?page=2'
  const signIn = `/sign-in?to=${wanted}`
  const guest = await page(wanted)
  assert.equal(guest.status, 302, log)
  assert.equal(decodeURIComponent(guest.location), signIn)
  const form = await page(signIn)
  assert.equal(form.status, 200, log)
  assert.match(form.html, /<p>signIn<\/p>/)

  const storage = requestCookies('')
  const auth = createAuth({ config, storage, timeoutMs: 60_000 })
  await auth.ready()
  auth.getView().submit({ username: 'ada@example.com', password: 'Correct-horse-7' })
  await auth.getSession().catch(() => undefined)
  while (auth.getView().route !== 'signedIn') {
    assert.equal(auth.getView().failure, undefined)
    await new Promise((done) => setTimeout(done, 20))
  }
  const cookie = storage.cookieHeader
  auth.stop()
  const ada = await page(wanted, cookie)
  assert.equal(ada.status, 200, log)
  assert.match(ada.html, /<h1>Orders of ada@example.com<\/h1>/)
  const back = await page(signIn, cookie)
  assert.deepEqual([back.status, back.location], [302, wanted])
  const away = await page('/sign-in?to=//evil.example', cookie)
  assert.deepEqual([away.status, away.location], [302, '/'])
} finally {
  server.kill()
  await once(server, 'exit')
  await close?.()
}
process.exit(0)

async function page(path, cookie = '') {
  for (let left = 1_800; ; left -= 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { cookie },
      redirect: 'manual',
    }).catch((cause) => {
      if (left === 0) throw new Error(log, { cause })
    })
    if (answer) {
      const location = answer.headers.get('location')
      return { status: answer.status, location, html: await answer.text() }
    }
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
