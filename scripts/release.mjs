/** Prepares a release: all but to publish it; see `--help`. */
import { requireNode } from './lib/require-node.mjs'

requireNode()

// Loaded only now: an old Node could not even parse what follows.
const { runRelease } = await import('./lib/release/run-release.mjs')
process.exitCode = await runRelease(process.argv.slice(2))
