import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'

for (const [file, ...parameters] of [
  ['node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit'],
  ['node_modules/vitest/vitest.mjs', 'run'],
  ['node_modules/@playwright/test/cli.js', 'test', '--config', 'check.config.ts'],
]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...parameters], {
    encoding: 'utf8',
  })
  assert.equal(status, 0, `${stdout}${stderr}`)
}
