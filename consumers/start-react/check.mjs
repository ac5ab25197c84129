import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { env } from 'node:process'

// The port of the guide may be in use here.
const PORT = await freePort()
for (const [file, ...parameters] of [
  ['node_modules/typescript/bin/tsc', '--noEmit'],
  ['node_modules/vitest/vitest.mjs', 'run'],
  ['node_modules/@playwright/test/cli.js', 'test', '--config', 'check.config.ts'],
]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...parameters], {
    encoding: 'utf8',
    env: { ...env, PORT },
  })
  assert.equal(status, 0, `${stdout}${stderr}`)
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  return String(port)
}
