/** The recipe of docs/guides/react-native.md: bundled by Metro, run by Hermes, signed in at the sandbox. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { env } from 'node:process'
import metro from 'metro'
import { startDevice } from './device.mjs'
import { signInAtHostedUi } from './hosted-ui.mjs'

const user = { username: env.AUTH_USERNAME, password: env.AUTH_PASSWORD }
const appUrl = 'myapp://signed-in'
const config = {
  ...JSON.parse(env.AUTH_CONFIG),
  hostedUi: { redirectSignIn: appUrl, redirectSignOut: appUrl },
}
const changed = await fetch(`${config.controlUrl}/pool`, {
  method: 'PATCH',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ CallbackURLs: [appUrl], LogoutURLs: [appUrl] }),
})
assert.equal(changed.ok, true)

mkdirSync('out', { recursive: true })
const metroConfig = await metro.loadConfig({ cwd: process.cwd(), config: 'metro.config.cjs' })
await metro.runBuild(metroConfig, {
  entry: 'index.js',
  out: 'out/app',
  platform: 'ios',
  dev: false,
})
const bundle = readFileSync('out/app.js', 'utf8')
assert.doesNotMatch(bundle, /client-cognito-identity|AWSCognitoIdentityService/)

/** The keychain: as on a device it takes no other names, and here no longer values. */
const keychain = new Map()
const opened = []
const device = startDevice({
  getItem: (key) => keychain.get(key) ?? null,
  setItem(key, value) {
    assert.match(key, /^[\w.-]+$/)
    assert.ok(value.length < 2048)
    keychain.set(key, value)
  },
  removeItem: (key) => void keychain.delete(key),
  async openAuthSession(url, returnTo) {
    assert.equal(returnTo, appUrl)
    opened.push(new URL(url).pathname)
    if (url.includes('/logout')) return { type: 'cancel' }
    return { type: 'success', url: await signInAtHostedUi(url, user) }
  },
})
try {
  device.define('hostConfig', config)
  device.run(readFileSync('native/before-bundle.js', 'utf8'))
  const missing = ['crypto', 'TextDecoder', 'TextEncoder', 'DOMException', 'structuredClone']
  for (const name of missing) assert.equal(await device.evaluate(`typeof ${name}`), 'undefined')
  device.run(bundle)
  assert.equal(await device.step('imports'), 'function')
  assert.equal(await device.step('signIn', user), user.username)
  assert.ok([...keychain.values()].some((value) => value.split('.').length === 3))
  assert.equal(await device.step('refresh'), true)
  assert.equal(await device.step('restore'), user.username)
  await keychainIsEmpty()
  assert.equal(await device.step('hostedUi'), 'hostedUi')
  assert.deepEqual(opened, ['/oauth2/authorize', '/logout'])
  await keychainIsEmpty()
} finally {
  device.stop()
}
process.exit(0)

/** A sign-out shows the next screen at once, and clears a storage that takes its time behind it. */
async function keychainIsEmpty() {
  for (let left = 600; keychain.size > 0 && left > 0; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.deepEqual([...keychain.keys()], [])
}
