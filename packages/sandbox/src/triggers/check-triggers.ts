import { isRecord } from '../input/reader.ts'
import type { Triggers } from './trigger-events.ts'
import { emptyResponses } from './trigger-responses.ts'

/**
 * Checks the triggers of a caller or a file.
 *
 * @throws Error for an unknown name or a value that is no function.
 */
export function checkTriggers(given: unknown): Triggers {
  const known = Object.keys(emptyResponses)
  if (!isTriggers(given)) {
    throw new Error(`Triggers are functions by name: ${known.join(', ')}.`)
  }
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new Error(`Unknown trigger '${unknown}'. Known: ${known.join(', ')}.`)
  }
  return given
}

const isTriggers = (given: unknown): given is Triggers =>
  isRecord(given) &&
  Object.values(given).every((value) => value === undefined || typeof value === 'function')
