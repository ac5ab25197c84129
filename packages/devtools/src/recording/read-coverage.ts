import { type Coverage, mergeCoverage } from '@authchart/testing'
import { parseJson } from '../trace/parse-json.ts'

const parts = ['plans', 'leaves', 'transitions', 'outcomes', 'sessions'] as const

/**
 * One coverage of the files that walks leave behind.
 *
 * @throws Error that says which file is none.
 */
export async function readCoverage(files: readonly File[]): Promise<Coverage> {
  const read = await Promise.all(
    files.map(async (file) => {
      const content: Readonly<Record<string, unknown>> = Object(parseJson(await file.text()))
      if (parts.every((part) => Array.isArray(content[part]))) return content as unknown as Coverage
      throw new Error(`${file.name} is no coverage of walks.`)
    }),
  )
  return mergeCoverage(read)
}
