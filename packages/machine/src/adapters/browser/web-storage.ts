import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { memoryStorage } from '../memory/memory-storage.ts'

/**
 * `localStorage` or `sessionStorage`. Memory when the browser has none or blocks it (private windows,
 * cookie settings), so neither the import nor the first use throws. On a server it is always memory,
 * a new one per call: Node's `localStorage` is shared by all users.
 *
 * @example
 * createAuth({ config, storage: webStorage('sessionStorage') })
 */
export function webStorage(kind: 'localStorage' | 'sessionStorage'): KeyValueStorage {
  if (typeof document === 'undefined') return memoryStorage()
  try {
    const storage = globalThis[kind]
    const probe = 'authchart.probe'
    storage.setItem(probe, probe)
    const isStored = storage.getItem(probe) === probe
    storage.removeItem(probe)
    return isStored ? storage : memoryStorage()
  } catch {
    return memoryStorage()
  }
}
