import { resolve } from 'node:path'
import type { Ui } from '../contract/define-ui.ts'

/** A contract that runs, or why it does not. */
export type LoadedContract =
  | { readonly ui: Ui<never>; readonly reason?: undefined }
  | { readonly ui?: undefined; readonly reason: string }

/** Runs the module of a contract, TypeScript too, for what it says it cannot do. It may need what only a test runner has. */
export async function loadContract(file: string, name: string): Promise<LoadedContract> {
  try {
    // Loaded here: no other command needs it.
    const { createJiti } = await import('jiti')
    const module = await createJiti(import.meta.url).import<Record<string, unknown>>(resolve(file))
    const ui = module[name] as Ui<never> | undefined
    return ui?.actions && ui.routes ? { ui } : { reason: `${name} has no routes and actions` }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}
