import { type Coverage, mergeCoverage } from '@authchart/machine/testing'

const parts = ['plans', 'leaves', 'transitions', 'outcomes', 'sessions'] as const

/**
 * One coverage of the files that walks leave behind.
 *
 * @throws Error that says which file is none.
 */
export async function readCoverage(files: readonly File[]): Promise<Coverage> {
  const read = await Promise.all(
    files.map(async (file) => {
      const content: Readonly<Record<string, unknown>> = Object(parse(await file.text()))
      if (parts.every((part) => Array.isArray(content[part]))) return content as unknown as Coverage
      throw new Error(`${file.name} is no coverage of walks.`)
    }),
  )
  return mergeCoverage(read)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
