import type { Lock } from '../ports/index.ts'
import { storageLock } from './storage-lock.ts'
import { webStorage } from './web-storage.ts'

/** One lock for the tabs of an origin: Web Locks, or a lease in `localStorage` (older browsers, plain http). */
export function tabLock(name: string): Lock {
  if (typeof document === 'undefined') return { hold: (work) => work() }
  const { locks }: { locks?: LockManager } = navigator
  if (!locks) return storageLock(name, webStorage('localStorage'))
  return {
    async hold<T>(work: () => Promise<T>, { signal }: { signal: AbortSignal }) {
      let isHeld = false
      const held = () => {
        isHeld = true
        return work()
      }
      try {
        // The type of lib.dom takes the callback's promise for its result.
        return await (locks.request(name, { signal }, held) as Promise<T>)
      } catch (error) {
        if (isHeld || signal.aborted) throw error
        // Denied (blocked site data, a sandboxed frame): then nothing is shared with other tabs, either.
        return work()
      }
    },
  }
}
