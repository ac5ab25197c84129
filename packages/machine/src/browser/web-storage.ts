import { memoryStorage } from '../memory/memory-storage.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'

/**
 * `localStorage` or `sessionStorage`; memory where there is none (a server) or it is blocked
 * (private windows, cookie settings), so that nothing here throws on import or on first use.
 */
export function webStorage(kind: 'localStorage' | 'sessionStorage'): KeyValueStorage {
  try {
    const storage = globalThis[kind]
    const probe = 'authchart.probe'
    storage.setItem(probe, probe)
    storage.removeItem(probe)
    return storage
  } catch {
    return memoryStorage()
  }
}
