import type { Ended } from '../command.ts'

/** The end of a command that would have replaced files of the developer. */
export function reportExisting(existing: readonly string[], hint: string): Ended {
  const count = existing.length === 1 ? 'This file exists' : `These ${existing.length} files exist`
  const list = existing.map((path) => `  ${path}\n`).join('')
  return {
    output: '',
    complaint: `authchart: ${count} with another content, so nothing was written:\n\n${list}\n${hint}\n`,
    exitCode: 1,
  }
}
