import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SandboxState } from '../state.ts'
import { DataDirError } from './data-dir-error.ts'
import { openJournal, writeWhole } from './journal.ts'
import {
  allLines,
  changedLines,
  firstLine,
  type JournalContent,
  keysLine,
} from './journal-lines.ts'
import { lockDirectory } from './lock-directory.ts'
import { readJournal, readOldFile } from './read-journal.ts'
import { recordKinds } from './record-kinds.ts'
import type { StoredData } from './stored-data.ts'

/** Bytes of lines that later lines replaced. With less than this the file is not rewritten. */
const smallestWaste = 4 * 2 ** 20

/**
 * Locks a directory for this process and reads its content into the state.
 *
 * @throws DataDirError if the directory is in use or a file cannot be used. The file is not
 * changed.
 */
export function openDataDir(directory: string, state: SandboxState): StoredData {
  const folder = resolve(directory)
  makeFolder(folder)
  const release = lockDirectory(folder)
  try {
    return openLocked(folder, state, release)
  } catch (error) {
    release()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw error
    throw new DataDirError(
      'unreadable',
      folder,
      `${folder} is or lies below a file, not a directory. Choose another directory.`,
    )
  }
}

function openLocked(folder: string, state: SandboxState, release: () => void): StoredData {
  const path = join(folder, 'sandbox.jsonl')
  const kinds = recordKinds(state)
  const content: JournalContent = { kinds, keys: undefined, records: 0 }

  function* whole() {
    yield firstLine(state)
    yield* keysLine(content)
    yield* allLines(kinds)
  }

  if (existsSync(path)) readJournal(path, state, content)
  else {
    const old = join(folder, 'sandbox.json')
    const isOld = existsSync(old)
    if (isOld) readOldFile(old, state, content)
    writeWhole(path, whole())
    // `sandbox.jsonl` has all its data, but a user's file is never deleted.
    if (isOld) renameSync(old, `${old}.migrated`)
  }
  for (const kind of kinds) kind.written()
  const journal = openJournal(path, statSync(path).size)
  /** The size of the file if it had each record once, in bytes. */
  let leanSize = journal.size * shareInUse(content)
  let isRewriting = false
  let isClosed = false
  let areKeysNew = false

  const rewriteIfLarge = () => {
    if (isRewriting || journal.size < 2 * leanSize + smallestWaste) return
    isRewriting = true
    journal
      .rewrite(whole())
      .then(() => {
        leanSize = journal.size
      })
      .catch((error) => process.emitWarning(`${path} could not be rewritten: ${String(error)}`))
      .finally(() => {
        isRewriting = false
      })
  }
  rewriteIfLarge()

  const commit = () => {
    const keys = areKeysNew ? keysLine(content) : []
    const lines = [...keys, changedLines(kinds)].join('')
    if (lines === '') return
    try {
      journal.append(lines)
    } catch (error) {
      throw new Error(`${path} could not be written: ${String(error)}`)
    }
    areKeysNew = false
    for (const kind of kinds) kind.written()
    rewriteIfLarge()
  }

  return {
    get keys() {
      return content.keys
    },
    storeKeys(keys) {
      content.keys = keys
      areKeysNew = true
    },
    commit,
    close() {
      if (isClosed) return
      isClosed = true
      try {
        commit()
      } finally {
        journal.close()
        release()
      }
    },
  }
}

/** The share of the records read that is still in use, from 0 to 1. */
function shareInUse({ kinds, records }: JournalContent): number {
  const size = kinds.reduce((sum, kind) => sum + kind.size, 0)
  return records > size ? size / records : 1
}
