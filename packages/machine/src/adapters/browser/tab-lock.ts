import type { Lock, LockOptions } from '../../ports/index.ts'
import { storageLock } from './storage-lock.ts'
import { webStorage } from './web-storage.ts'

/** One lock for the tabs of an origin: Web Locks, or a lease in `localStorage` (older browsers, plain http). */
export function tabLock(name: string): Lock {
  if (typeof document === 'undefined') return { hold: (work) => work() }
  const locks = lockManager()
  if (!locks) return storageLock(name, webStorage('localStorage'))
  return {
    async hold<T>(work: () => Promise<T>, { signal, steal = false }: LockOptions) {
      let isAcquired = false
      const runLocked = () => {
        isAcquired = true
        return work()
      }
      // The type of lib.dom takes the callback's promise for its result.
      const request = (options: { signal: AbortSignal } | { steal: boolean }) =>
        locks.request(name, options, runLocked) as Promise<T>
      try {
        if (!steal) return await request({ signal })
        // Tabs that waited equally long steal one after the other, not from each other.
        const queue = `${name}.steal`
        return await (locks.request(queue, { signal }, () => request({ steal })) as Promise<T>)
      } catch (error) {
        if (isAcquired || signal.aborted) throw error
        // Web Locks are denied (blocked site data, a sandboxed frame): no other tab shares the store then.
        return work()
      }
    },
  }
}

/** `undefined` when the browser has none, or this page may not use it. */
function lockManager(): LockManager | undefined {
  try {
    return globalThis.navigator?.locks
  } catch {
    return undefined
  }
}
