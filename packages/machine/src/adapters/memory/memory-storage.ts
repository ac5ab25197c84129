import type { KeyValueStorage } from '../../ports/key-value-storage.ts'

/** A `Storage` that ends with its owner: for servers, tests, and where the browser rejects one. */
export function memoryStorage(items = new Map<string, string>()): KeyValueStorage {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value)
    },
    removeItem: (key) => {
      items.delete(key)
    },
  }
}
