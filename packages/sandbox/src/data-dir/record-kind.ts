import { type Reader, readInput } from '../input/reader.ts'
import type { Store } from '../store/store.ts'

/** One kind of records that a data directory keeps, and those that are not written yet. */
export interface RecordKind {
  readonly name: string
  /** How many there are. */
  readonly size: number
  /** Puts a record from a file into the store. @throws CognitoError for what is none. */
  put(record: unknown): void
  delete(key: string): void
  clear(): void
  /** All records, as they are written. */
  records(): Iterable<object>
  /** What has changed since it was last written; undefined for nothing. */
  changes(): KindChanges | undefined
  /** It is written. */
  written(): void
}

interface KindChanges {
  /** What was there before is gone. */
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
