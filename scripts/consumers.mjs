/** Installs the packed packages into projects of others, and tries them there; see `--help`. */
import { requireNode } from './lib/require-node.mjs'

requireNode()

// Loaded only now: an old Node could not even parse what follows.
const { runConsumers } = await import('./consumers/run-consumers.mjs')
process.exitCode = await runConsumers(process.argv.slice(2))
