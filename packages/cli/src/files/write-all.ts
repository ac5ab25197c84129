import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'

export interface FileToWrite {
  /** Absolute. */
  readonly path: string
  readonly text: string
}

/**
 * Writes all files or none: each is written beside its place first, and what was there is put back if one of them fails.
 *
 * @throws Error that names the file which cannot be written
 */
export function writeAll(files: readonly FileToWrite[]): void {
  const undo: (() => void)[] = []
  let path = ''
  // Ctrl-C would end the process between two files.
  const wait = () => {}
  process.on('SIGINT', wait)
  try {
    for (const file of files) {
      path = file.path
      const made = mkdirSync(dirname(path), { recursive: true })
      if (made !== undefined) undo.push(() => rmSync(made, { recursive: true, force: true }))
      const draft = draftOf(path)
      undo.push(() => rmSync(draft, { force: true }))
      writeFileSync(draft, file.text, { mode: existsSync(path) ? statSync(path).mode : 0o666 })
    }
    for (const file of files) {
      path = file.path
      const before = existsSync(path) ? readFileSync(path) : undefined
      renameSync(draftOf(path), path)
      undo.push(() => (before ? writeFileSync(file.path, before) : rmSync(file.path)))
    }
  } catch (error) {
    for (const step of undo.reverse()) step()
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${path} cannot be written, so nothing was changed: ${reason}`)
  } finally {
    process.off('SIGINT', wait)
  }
}

function draftOf(path: string): string {
  return `${path}.authchart-draft`
}
