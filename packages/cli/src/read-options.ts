import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/** `parseArgs`, whose complaints are about the command line. */
export function readArgs<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** One of a few words; `what` names it in the complaint, e.g. `--css`. */
export function readWord<Word extends string>(
  what: string,
  value: string,
  words: readonly Word[],
): Word {
  const word = words.find((word) => word === value)
  if (word) return word
  throw new UsageError(`${what} is ${listOf(words)}, not '${value}'.`)
}

function listOf(words: readonly string[]): string {
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
