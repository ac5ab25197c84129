import { pause } from '../../concurrency/pause.ts'
import { throwIfAborted } from '../../platform/abort.ts'
import type { Lock } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'

/** The lease of a closed tab ends after this time; an open tab renews its lease. In ms. */
const leaseMs = 2_000
const renewMs = 500
/** Two tabs that found the lock free at the same time see each other's claim within this time. In ms. */
const settleMs = 250

/**
 * A lock for the tabs that share a storage. A tab writes its name, and has the lock when the name is
 * still there after `settleMs`. A storage without compare-and-set allows no stronger lock.
 */
export function storageLock(name: string, storage: KeyValueStorage): Lock {
  const read = async () => {
    const [owner = '', until = ''] = (await storage.getItem(name))?.split(' ') ?? []
    const leftMs = Number(until) - Date.now()
    // Longer than any lease: the clock was set back.
    return leftMs > 0 && leftMs <= leaseMs ? owner : ''
  }
  const claim = async (owner: string) => storage.setItem(name, `${owner} ${Date.now() + leaseMs}`)

  const renew = async (owner: string) => {
    try {
      await claim(owner)
    } catch {
      // The lease ends sooner.
    }
  }

  const release = async (owner: string) => {
    try {
      if ((await read()) === owner) await storage.removeItem(name)
    } catch {
      // The lease ends by itself.
    }
  }

  async function acquire(owner: string, signal: AbortSignal): Promise<void> {
    while (true) {
      throwIfAborted(signal)
      if ((await read()) === '') {
        await claim(owner)
        await pause(settleMs)
        if ((await read()) === owner) return
      }
      await pause(settleMs * (1 + Math.random()))
    }
  }

  return {
    async hold(work, { signal, steal }) {
      const owner = Math.random().toString(36).slice(2)
      try {
        await (steal ? claim(owner) : acquire(owner, signal))
      } catch {
        // Without the lock the tab refreshes all the same.
        throwIfAborted(signal)
      }
      const renewing = setInterval(() => void renew(owner), renewMs)
      try {
        return await work()
      } finally {
        clearInterval(renewing)
        await release(owner)
      }
    },
  }
}
