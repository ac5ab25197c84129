import { isRecord, listOf, optional, readInput, structure, text } from '../input/reader.ts'
import type { StoredKeys } from '../pool/tokens/keys.ts'
import type { SandboxState } from '../state.ts'
import type { RecordKind } from './record-kind.ts'
import { storedKeysSchema } from './stored-records.ts'

/** The most records in one line. A line is read and written as a whole. */
const mostInLine = 100

const lineSchema = structure({
  keys: optional(storedKeysSchema),
  cleared: optional(listOf(text())),
})

/** What the lines read so far contain. */
export interface JournalContent {
  readonly kinds: readonly RecordKind[]
  keys: StoredKeys | undefined
  /** How many records were read, including those that a later line replaced. */
  records: number
}

/**
 * Applies one line of a journal.
 *
 * @throws CognitoError for an invalid line.
 */
export function applyLine(journal: JournalContent, line: unknown): void {
  const { keys, cleared = [] } = readInput(lineSchema, line)
  if (!isRecord(line)) return
  if (keys) journal.keys = keys
  const deleted = isRecord(line.deleted) ? line.deleted : {}
  for (const kind of journal.kinds) {
    if (cleared.includes(kind.name)) kind.clear()
    for (const key of listIn(deleted, kind.name)) kind.delete(String(key))
    const records = listIn(line, kind.name)
    for (const record of records) kind.put(record)
    journal.records += records.length
  }
}

const listIn = (content: Record<string, unknown>, name: string): unknown[] =>
  content[name] === undefined || content[name] === null
    ? []
    : readInput(
        listOf((item: unknown) => item),
        content[name],
      )

const toLine = (content: object) => `${JSON.stringify(content)}\n`

export function firstLine({ userPoolId, secret }: SandboxState): string {
  return toLine({ version: 2, userPoolId, secret })
}

/** One line, or none before the keys are generated. */
export function keysLine({ keys }: JournalContent): string[] {
  return keys ? [toLine({ keys })] : []
}

/** The unwritten changes as lines; '' for none. */
export function changedLines(kinds: readonly RecordKind[]): string {
  const cleared: string[] = []
  const deleted: Record<string, readonly string[]> = {}
  const first: Record<string, unknown> = {}
  let more = ''
  for (const kind of kinds) {
    const changes = kind.changes()
    if (!changes) continue
    if (changes.isCleared) cleared.push(kind.name)
    if (changes.deleted.length > 0) deleted[kind.name] = changes.deleted
    const [head, ...rest] = chunks(changes.set)
    if (head) first[kind.name] = head
    for (const chunk of rest) more += toLine({ [kind.name]: chunk })
  }
  if (cleared.length > 0) first.cleared = cleared
  if (Object.keys(deleted).length > 0) first.deleted = deleted
  return (Object.keys(first).length > 0 ? toLine(first) : '') + more
}

/** All records, in lines of limited length. */
export function* allLines(kinds: readonly RecordKind[]): Generator<string> {
  for (const kind of kinds) {
    let chunk: object[] = []
    for (const record of kind.records()) {
      if (chunk.push(record) < mostInLine) continue
      yield toLine({ [kind.name]: chunk })
      chunk = []
    }
    if (chunk.length > 0) yield toLine({ [kind.name]: chunk })
  }
}

function* chunks(records: readonly object[]): Generator<readonly object[]> {
  for (let start = 0; start < records.length; start += mostInLine) {
    yield records.slice(start, start + mostInLine)
  }
}
