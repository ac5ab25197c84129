import { type Reader, readInput } from '../input/reader.ts'
import type { Store } from '../store/store.ts'

/** One kind of record in a data directory, and its unwritten changes. */
export interface RecordKind {
  readonly name: string
  /** The number of records. */
  readonly size: number
  /**
   * Puts a record from a file into the store.
   *
   * @throws CognitoError for an invalid record.
   */
  put(record: unknown): void
  delete(key: string): void
  clear(): void
  /** All records in the form in which they are written. */
  records(): Iterable<object>
  /** The changes since the last write; undefined if there are none. */
  changes(): KindChanges | undefined
  /** Marks all changes as written. */
  written(): void
}

interface KindChanges {
  /** All earlier records are gone. */
  readonly isCleared: boolean
  readonly deleted: readonly string[]
  readonly set: readonly object[]
}

interface KindOptions<V extends object, R> {
  readonly store: Store<V>
  readonly reader: Reader<R>
  readonly toValue: (record: R) => V
  readonly toRecord?: (value: V, key: string) => object
  readonly keyOf: (record: R) => string
}

export function createRecordKind<V extends object, R>(
  name: string,
  { store, reader, toValue, toRecord = (value) => value, keyOf }: KindOptions<V, R>,
): RecordKind {
  const changed = new Set<string>()
  let isCleared = false
  store.listener = {
    changed: (key) => changed.add(key),
    cleared() {
      isCleared = true
      changed.clear()
    },
  }
  return {
    name,
    get size() {
      return store.size
    },
    put(input) {
      const record = readInput(reader, input)
      store.set(keyOf(record), toValue(record))
    },
    delete: (key) => void store.delete(key),
    clear: () => store.clear(),
    *records() {
      for (const [key, value] of store) yield toRecord(value, key)
    },
    changes() {
      if (changed.size === 0 && !isCleared) return undefined
      const set: object[] = []
      const deleted: string[] = []
      for (const key of changed) {
        const value = store.get(key)
        if (value) set.push(toRecord(value, key))
        else deleted.push(key)
      }
      return { isCleared, deleted, set }
    },
    written() {
      changed.clear()
      isCleared = false
    },
  }
}
