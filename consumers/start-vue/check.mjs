import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { env } from 'node:process'

run('node_modules/vue-tsc/bin/vue-tsc.js', ['--noEmit'])
run('node_modules/vitest/vitest.mjs', ['run'])
// The port of the guide may be in use here. Found last, so that no other program takes it meanwhile.
run('node_modules/@playwright/test/cli.js', ['test', '--config', 'check.config.ts'], {
  PORT: await freePort(),
})

function run(file, parameters, variables = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...parameters], {
    encoding: 'utf8',
    env: { ...env, ...variables },
  })
  assert.equal(status, 0, `${stdout}${stderr}`)
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return String(port)
}
