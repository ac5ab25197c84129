import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { expect, test } from 'vitest'
import { root } from '../lib/paths.mjs'

test('tokens are decoded at most 4 times in a sign-in and 12 times in a refresh of two tabs', {
  timeout: 60_000,
}, () => {
  const { stdout, stderr } = spawnSync(execPath, [join(root, 'bench/decodes.mjs'), '--json'], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const { signIn, refreshTwoTabs } = JSON.parse(stdout)
  expect(signIn).toBeGreaterThan(0)
  expect(signIn).toBeLessThanOrEqual(4)
  expect(refreshTwoTabs).toBeGreaterThan(0)
  expect(refreshTwoTabs).toBeLessThanOrEqual(12)
})
