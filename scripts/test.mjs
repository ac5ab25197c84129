import { requireNode } from './lib/require-node.mjs'

requireNode()

// Loaded only now: an old Node could not even parse what follows.
const { runTest } = await import('./lib/test/run-test.mjs')
process.exitCode = await runTest(process.argv.slice(2))
