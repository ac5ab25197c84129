import { throwIfAborted } from '../../platform/abort.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'

interface Written {
  readonly key: string
  readonly value: string
  readonly before: string | null
}

/** Writes that can be undone. When `signal` aborts, `put` writes no more. */
export function writeJournal(storage: KeyValueStorage, signal: AbortSignal) {
  const journal: Written[] = []
  return {
    async put(key: string, value: string): Promise<void> {
      const before = await storage.getItem(key)
      throwIfAborted(signal)
      journal.unshift({ key, value, before })
      await storage.setItem(key, value)
      throwIfAborted(signal)
    },

    /** Restores the previous values. Keeps values that another tab has written since. */
    async undo(): Promise<void> {
      for (const { key, value, before } of journal) {
        if ((await storage.getItem(key)) !== value) continue
        if (before === null) await storage.removeItem(key)
        else await storage.setItem(key, before)
      }
    },
  }
}
