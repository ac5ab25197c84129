import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const entries = ['machine', 'react', 'vue'].flatMap((dir) => {
  const { name, exports } = JSON.parse(
    readFileSync(join(root, 'packages', dir, 'package.json'), 'utf8'),
  )
  return Object.keys(exports).map((path) => name + path.slice(1))
})

/** Imports what is built, and looks for a session that is not there. */
const use = `(async () => {
  if (typeof document !== 'undefined') throw new Error('There is a DOM')
  for (const entry of ${JSON.stringify(entries)}) await import(entry)
  const { createAuth } = await import('@authchart/machine')
  const auth = createAuth({ config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'a1' } })
  await auth.ready()
  console.log(auth.getView().route)
  auth.stop()
})()`

const inWorker = `new (require('node:worker_threads').Worker)(${JSON.stringify(use)}, { eval: true })`

test.each([
  ['in Node', use],
  ['in a worker', inWorker],
])(
  'every entry runs without a DOM %s, and keeps no process alive',
  (_, script) => {
    expect(entries).toContain('@authchart/machine/server')
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: root,
      encoding: 'utf8',
      // Less than the time-out of a request, whose timer must not be left.
      timeout: 12_000,
    })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'signIn\n', stderr: '' })
  },
  15_000,
)
