import type { SandboxState } from '../state.ts'
import { allLines, applyLine, firstLine, type JournalContent, keysLine } from './journal-lines.ts'
import { applyHeader, explain, parseLine } from './read-line.ts'
import { recordKinds } from './record-kinds.ts'
import type { StoredData } from './stored-data.ts'

/** The part of the Web Storage API that a sandbox uses; `localStorage` has it. */
export interface SandboxStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

/**
 * Reads the item of the pool into the state. Each commit with changes replaces the item as a whole.
 *
 * @throws DataDirError if the item cannot be read. It is not changed.
 */
export function openStorage(storage: SandboxStorage, state: SandboxState): StoredData {
  const key = `authchart-sandbox.${state.userPoolId}`
  const kinds = recordKinds(state)
  const content: JournalContent = { kinds, keys: undefined, records: 0 }
  let areKeysNew = false
  read(key, storage.getItem(key), state, content)
  for (const kind of kinds) kind.written()

  const commit = () => {
    if (!areKeysNew && !kinds.some((kind) => kind.changes())) return
    const lines = [firstLine(state), ...keysLine(content), ...allLines(kinds)]
    storage.setItem(key, lines.join(''))
    areKeysNew = false
    for (const kind of kinds) kind.written()
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
    close: commit,
  }
}

function read(key: string, text: string | null, state: SandboxState, content: JournalContent) {
  const lines = text?.trimEnd().split('\n') ?? []
  for (const [index, line] of lines.entries()) {
    try {
      if (index === 0) applyHeader(key, 2, parseLine(line), state)
      else applyLine(content, parseLine(line))
    } catch (error) {
      throw explain(key, error, index + 1)
    }
  }
}
