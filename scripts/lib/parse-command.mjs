import { parseArgs } from 'node:util'

/** The arguments were wrong; the message says how. */
export class UsageError extends Error {}

/**
 * Reads `--flags` of a command that takes nothing else.
 *
 * @param {string[]} argv
 * @param {import('node:util').ParseArgsConfig['options']} options
 */
export function parseCommand(argv, options) {
  try {
    const help = { type: /** @type {const} */ ('boolean'), short: 'h' }
    return parseArgs({ args: argv, options: { ...options, help } }).values
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split(/\. |\n/)
    throw new UsageError(`${reason}. See --help.`)
  }
}
