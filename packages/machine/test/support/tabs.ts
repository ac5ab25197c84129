import type { Channel, Lock, PageLife, StoreChange } from '../../src/ports/index.ts'

/** What the tabs of one browser have in common, for tests that open several over one storage. */
export interface Tabs {
  /** The ports of one more tab. */
  open(): { channel: Channel; lock: Lock; pageLife: PageLife; wake: () => void }
  /** The posted changes, in order. */
  readonly posted: StoreChange[]
  /** How long the lock takes to pass on, ms. */
  delayMs: number
  /** No tab receives a post any more. */
  deafen(): void
}

export function openTabs(): Tabs {
  const posted: StoreChange[] = []
  const tabs = new Set<Set<(change: StoreChange) => void>>()
  let isDeaf = false
  let last: Promise<unknown> = Promise.resolve()

  const lock: Lock = {
    async hold(work, { signal, steal }) {
      if (steal) return work()
      const before = last
      let leave = () => {}
      last = new Promise<void>((resolve) => {
        leave = resolve
      })
      try {
        await before
        signal.throwIfAborted()
        return await work()
      } finally {
        setTimeout(leave, tabsOfBrowser.delayMs)
      }
    },
  }

  const tabsOfBrowser: Tabs = {
    posted,
    delayMs: 0,
    deafen: () => {
      isDeaf = true
    },
    open() {
      const listeners = new Set<(change: StoreChange) => void>()
      const sleepers = new Set<() => void>()
      tabs.add(listeners)
      return {
        lock,
        channel: {
          post(change) {
            posted.push(change)
            const others = [...tabs].filter((tab) => tab !== listeners && !isDeaf)
            // As a BroadcastChannel does: later, and a copy.
            setTimeout(() => {
              for (const listener of others.flatMap((tab) => [...tab])) {
                listener(structuredClone(change))
              }
            })
          },
          listen(listener) {
            listeners.add(listener)
            return () => listeners.delete(listener)
          },
        },
        pageLife: {
          onWake(listener) {
            sleepers.add(listener)
            return () => sleepers.delete(listener)
          },
        },
        wake: () => {
          for (const sleeper of sleepers) sleeper()
        },
      }
    },
  }
  return tabsOfBrowser
}
