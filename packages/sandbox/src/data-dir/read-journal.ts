import { appendFileSync, readFileSync, truncateSync } from 'node:fs'
import { integer, readInput, structure, text } from '../input/reader.ts'
import type { SandboxState } from '../state.ts'
import { DataDirError, unreadable } from './data-dir-error.ts'
import { applyLine, type JournalContent } from './journal-lines.ts'
import { readLines } from './read-lines.ts'

const header = (version: number) =>
  structure({
    version: integer({ min: version, max: version }),
    userPoolId: text(),
    secret: text({ pattern: /[0-9a-f]{64}/, secret: true }),
  })

function applyHeader(path: string, version: number, content: unknown, state: SandboxState) {
  const { userPoolId, secret } = readInput(header(version), content)
  if (userPoolId !== state.userPoolId) {
    throw new DataDirError(
      'otherPool',
      path,
      `${path} belongs to the user pool ${userPoolId}, not ${state.userPoolId}. Use another directory for each pool.`,
    )
  }
  state.secret = secret
}

/** The message of `JSON.parse` quotes the file, which has secrets. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new SyntaxError('It is not JSON.')
  }
}

function explain(path: string, error: unknown, line?: number): Error {
  if (error instanceof DataDirError) return error
  return unreadable(path, error instanceof Error ? error.message : String(error), line)
}

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
      const content = parse(text)
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
    const content = parse(readFileSync(path, 'utf8'))
    applyHeader(path, 1, content, state)
    applyLine(journal, content)
  } catch (error) {
    throw explain(path, error)
  }
}
