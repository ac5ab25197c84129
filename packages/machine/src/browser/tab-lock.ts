import type { Lock } from '../ports/index.ts'
import { storageLock } from './storage-lock.ts'
import { webStorage } from './web-storage.ts'

/** One lock for the tabs of an origin: Web Locks, or a lease in `localStorage` (older browsers, plain http). */
export function tabLock(name: string): Lock {
  if (typeof document === 'undefined') return { hold: (work) => work() }
  const { locks }: { locks?: LockManager } = navigator
  if (!locks) return storageLock(name, webStorage('localStorage'))
  return {
    // The type of lib.dom takes the callback's promise for its result.
    hold: <T>(work: () => Promise<T>, { signal }: { signal: AbortSignal }) =>
      locks.request(name, { signal }, work) as Promise<T>,
  }
}
