import type { KeyValueStorage } from '../../ports/key-value-storage.ts'

type Members = Readonly<Record<string, unknown>>

/** A JSON object under one key of a synchronous storage. `parse` gets `{}` where there is none. Never throws. */
export function jsonStore<Value, Parsed>(
  key: string,
  parse: (members: Members) => Parsed,
  storage: KeyValueStorage,
) {
  function members(): Members {
    try {
      return JSON.parse(String(storage.getItem(key))) ?? {}
    } catch {
      return {}
    }
  }

  return {
    read: () => parse(members()),
    save(value: Value) {
      try {
        storage.setItem(key, JSON.stringify(value))
      } catch {
        // Without it, the next page only begins with nothing known.
      }
    },
  }
}
