/** Every entry of every package, every command, and a sign-in over HTTP. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { env } from 'node:process'
import { createAuth } from '@authchart/machine'

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const own = Object.keys(dependencies).filter((name) => name.includes('authchart'))
/** Made for tools that are not here. */
const isForTool = /\/(?:playwright|vitest|random|vue-devtools)$/
let commands = 0
for (const name of own) {
  const { exports, bin = {} } = JSON.parse(
    readFileSync(`node_modules/${name}/package.json`, 'utf8'),
  )
  for (const path of Object.keys(exports)) {
    const entry = `${name}${path.slice(1)}`
    if (!entry.endsWith('.json') && !isForTool.test(entry)) await import(entry)
  }
  for (const file of Object.values(bin)) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`node_modules/${name}/${file}`, '--help'],
      { encoding: 'utf8' },
    )
    assert.equal(status, 0, stderr)
    assert.match(stdout, /authchart/)
    commands += 1
  }
}
assert.equal(commands, 4)

const auth = createAuth({ config: JSON.parse(env.AUTH_CONFIG), timeoutMs: 60_000 })
await auth.ready()
auth.getView().submit({ username: env.AUTH_USERNAME, password: env.AUTH_PASSWORD })
const view = await new Promise((resolve) => {
  const { unsubscribe } = auth.subscribe((next) => {
    if (next.isPending || (next.route === 'signIn' && !next.failure)) return
    unsubscribe()
    resolve(next)
  })
})
assert.equal(view.failure, undefined)
assert.equal(view.user?.email, env.AUTH_USERNAME)
const { accessToken } = await auth.getSession()
assert.equal(accessToken.split('.').length, 3)
auth.stop()
