import { appendFileSync, readFileSync, truncateSync } from 'node:fs'
import type { SandboxState } from '../state.ts'
import { unreadable } from './data-dir-error.ts'
import { applyLine, type JournalContent } from './journal-lines.ts'
import { applyHeader, explain, parseLine } from './read-line.ts'
import { readLines } from './read-lines.ts'

/**
 * Reads a journal into the state. Returns the size of its complete lines in bytes. An incomplete
 * last line is from a process that died while it wrote: its request got no response.
 *
 * @throws DataDirError
 */
export function readJournal(path: string, state: SandboxState, journal: JournalContent): number {
  let number = 0
  let size = 0
  for (const { text, end, isWhole } of readLines(path)) {
    number += 1
    try {
      const content = parseLine(text)
      if (number === 1) applyHeader(path, 2, content, state)
      else applyLine(journal, content)
      if (!isWhole) appendFileSync(path, '\n')
      size = isWhole ? end : end + 1
    } catch (error) {
      if (isWhole || number === 1 || !(error instanceof SyntaxError)) {
        throw explain(path, error, number)
      }
      truncateSync(path, size)
      process.emitWarning(
        `${path}: the last line was cut off while it was written, and is left out. The request that wrote it got no response.`,
      )
    }
  }
  if (number === 0) throw unreadable(path, 'It is empty.')
  return size
}

/**
 * Reads the single JSON object that data directories had before the journal.
 *
 * @throws DataDirError
 */
export function readOldFile(path: string, state: SandboxState, journal: JournalContent): void {
  try {
    const content = parseLine(readFileSync(path, 'utf8'))
    applyHeader(path, 1, content, state)
    applyLine(journal, content)
  } catch (error) {
    throw explain(path, error)
  }
}
