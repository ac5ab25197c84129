import type { KeyValueStorage } from '../../ports/key-value-storage.ts'

/**
 * A storage in memory, for servers, tests, and browsers that block theirs.
 *
 * @example
 * createAuth({ config, storage: memoryStorage() })
 */
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
