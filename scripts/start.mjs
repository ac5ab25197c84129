import { requireNode } from './lib/require-node.mjs'

requireNode()

// Loaded only now: an old Node could not even parse what follows.
const { runStart } = await import('./lib/start/run-start.mjs')
process.exitCode = await runStart(process.argv.slice(2))
