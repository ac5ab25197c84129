import { toolCommand } from './paths.mjs'
import { run } from './run.mjs'

/** Without these, turbo sends requests to the network. */
const quiet = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' }

/**
 * Runs a task of every workspace, what did not change from the cache.
 *
 * @param {'build' | 'build:development' | 'typecheck'} task
 * @param {string[]} parameters
 */
export function turbo(task, ...parameters) {
  const command = toolCommand(
    'turbo',
    'run',
    task,
    '--output-logs=new-only',
    '--concurrency=100%',
    ...parameters,
  )
  return run(command, { env: quiet, timeoutMs: 5 * 60_000 })
}
