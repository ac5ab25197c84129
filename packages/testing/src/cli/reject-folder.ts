import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GenerateOptions } from '../generate/generate-specs.ts'

type Name = GenerateOptions['framework']

/** What a folder is about to be given. */
export interface PlannedFiles {
  readonly framework: Name
  /** `ui.ts` of the folder is not used. */
  readonly hasContract: boolean
  /** The specs of a single walk, whose answers replace all that are there. */
  readonly files: readonly string[] | undefined
}

/** Why specs should not be written to a folder: what is there would be of no use any more. */
export function rejectFolder(out: string, planned: PlannedFiles): string | undefined {
  if (!existsSync(out)) return undefined
  const { framework, hasContract, files } = planned
  const other = [...(hasContract ? [] : ['ui.ts']), 'cognito.ts'].find((name) => {
    const written = frameworkOf(textOf(join(out, name)))
    return written !== undefined && written !== framework
  })
  if (other !== undefined) {
    return `${join(out, other)} is not for ${framework}: choose another --out for these specs.`
  }
  const lost = files && readdirSync(out).find((name) => isSpec(out, name) && !files.includes(name))
  return lost === undefined
    ? undefined
    : `${join(out, lost)} would lose the answers that it needs: choose another --out for a single walk.`
}

function frameworkOf(text: string): Name | undefined {
  if (/from ['"]@playwright\/test['"]/.test(text)) return 'playwright'
  // Contracts for Vitest need not import anything.
  const isVitest = /from ['"]vitest['"]|^export (async function|const) open\b/m.test(text)
  return isVitest ? 'vitest' : undefined
}

const isSpec = (out: string, name: string) =>
  name.endsWith('.spec.ts') && /from '\.\/cognito(\.js)?'/.test(textOf(join(out, name)))

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
