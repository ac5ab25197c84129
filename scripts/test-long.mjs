import { requireNode } from './lib/require-node.mjs'

requireNode()

// Loaded only now: an old Node could not even parse what follows.
const { runTestLong } = await import('./lib/test/run-test-long.mjs')
process.exitCode = await runTestLong(process.argv.slice(2))
