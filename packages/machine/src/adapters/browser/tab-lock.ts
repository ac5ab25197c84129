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
      let isHeld = false
      const held = () => {
        isHeld = true
        return work()
      }
      // The type of lib.dom takes the callback's promise for its result.
      const request = (options: { signal: AbortSignal } | { steal: boolean }) =>
        locks.request(name, options, held) as Promise<T>
      try {
        if (!steal) return await request({ signal })
        // Those who have waited as long steal one after the other, not from each other.
        const queue = `${name}.steal`
        return await (locks.request(queue, { signal }, () => request({ steal })) as Promise<T>)
      } catch (error) {
        if (isHeld || signal.aborted) throw error
        // Denied (blocked site data, a sandboxed frame): then nothing is shared with other tabs, either.
        return work()
      }
    },
  }
}

/** `undefined` where there is none, or this page may have none. */
function lockManager(): LockManager | undefined {
  try {
    return globalThis.navigator?.locks
  } catch {
    return undefined
  }
}
