import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { memoryStorage } from '../memory/memory-storage.ts'

/**
 * `localStorage` or `sessionStorage`; memory where there is none or it is blocked (private windows,
 * cookie settings), so that nothing here throws on import or on first use. On a server it is always
 * memory, and each call has its own: Node's `localStorage` is one for all users.
 */
export function webStorage(kind: 'localStorage' | 'sessionStorage'): KeyValueStorage {
  if (typeof document === 'undefined') return memoryStorage()
  try {
    const storage = globalThis[kind]
    const probe = 'authchart.probe'
    storage.setItem(probe, probe)
    const isKept = storage.getItem(probe) === probe
    storage.removeItem(probe)
    return isKept ? storage : memoryStorage()
  } catch {
    return memoryStorage()
  }
}
