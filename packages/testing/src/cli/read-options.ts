import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { authBehaviour } from '../model/auth-behaviour.ts'
import type { Behaviour } from '../model/behaviour.ts'
import { isReplay, type Replay } from '../plan/replay.ts'
import { UsageError } from './usage-error.ts'

/** `parseArgs`, whose complaints are about the command line. */
export function readArgs<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** One of a few words. */
export function readWord<Word extends string>(
  name: string,
  value: string,
  words: readonly Word[],
): Word {
  const word = words.find((word) => word === value)
  if (word) return word
  throw new UsageError(`--${name} is one of ${words.join(', ')}, not '${value}'.`)
}

/** A whole number from 1. */
export function readCount(name: string, value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw new UsageError(`--${name} is a whole number from 1, not '${value}'.`)
}

/** From 0 to 100. */
export function readPercent(name: string, value: string): number {
  if (/^\d+(\.\d+)?$/.test(value) && Number(value) <= 100) return Number(value)
  throw new UsageError(`--${name} is a percentage from 0 to 100, not '${value}'.`)
}

/**
 * The content of a JSON file.
 *
 * @throws Error that names the file, where it cannot be read or is not JSON.
 */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * What a failed walk has left behind, or the inspector has recorded.
 *
 * @throws Error that names the file, where it is none.
 */
export function readReplay(file: string): Replay {
  const content = readJson(file)
  if (isReplay(content)) return content
  throw new Error(`${file} contains no replay: { "title", "start", "steps": […] }.`)
}

/** The chart of a module's default export (`extendBehaviour({ … })`), or ours. */
export async function readChart(file: string | undefined): Promise<Behaviour> {
  if (file === undefined) return authBehaviour
  let exported: unknown
  try {
    exported = (await import(pathToFileURL(resolve(file)).href)).default
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (isBehaviour(exported)) return exported
  throw new UsageError(`${file}: its default export is to be what extendBehaviour() returns.`)
}

function isBehaviour(value: unknown): value is Behaviour {
  const chart = Object(value) as Readonly<Record<string, unknown>>
  return (
    ['machine', 'isExternal', 'factsOf'].every((name) => typeof chart[name] === 'function') &&
    ['starts', 'outcomes'].every((name) => Array.isArray(chart[name])) &&
    typeof chart.payloads === 'object' &&
    chart.payloads !== null
  )
}
