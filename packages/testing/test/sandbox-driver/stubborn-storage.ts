import type { KeyValueStorage } from '@authchart/machine'

/** A storage that rejects the methods named in `rejected`. */
export function stubbornStorage(
  storage: KeyValueStorage,
  rejected: ReadonlySet<keyof KeyValueStorage>,
): KeyValueStorage {
  const check = (what: keyof KeyValueStorage) => {
    if (rejected.has(what)) throw new DOMException('The storage rejects it', 'SecurityError')
  }
  return {
    getItem(key) {
      check('getItem')
      return storage.getItem(key)
    },
    setItem(key, value) {
      check('setItem')
      return storage.setItem(key, value)
    },
    removeItem(key) {
      check('removeItem')
      return storage.removeItem(key)
    },
  }
}
