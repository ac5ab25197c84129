import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isRecord } from './input/reader.ts'
import { checkTriggers } from './triggers/check-triggers.ts'
import type { Triggers } from './triggers/trigger-events.ts'
import { UsageError } from './usage-error.ts'

/** The triggers of a module: its named exports, or all of them as its default export. */
export async function loadTriggers(file: string): Promise<Triggers> {
  try {
    const module: unknown = await import(pathToFileURL(resolve(file)).href)
    return checkTriggers(isRecord(module) && 'default' in module ? module.default : module)
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
