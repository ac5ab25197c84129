import type { AuthSnapshot } from '@authchart/machine/xstate'

/** How the chart was after each step of a trace: in memory alone, and gone with the event of the step. */
export interface Snapshots {
  /** `step`: the `id` of its event. */
  keep(step: number, snapshot: AuthSnapshot): void
  after(step: number): AuthSnapshot | undefined
  clear(): void
}

/** `capacity` of the trace, in events. */
export function snapshots(capacity: number): Snapshots {
  const stored = new Map<number, AuthSnapshot>()
  return {
    keep(step, snapshot) {
      stored.set(step, snapshot)
      // Numbers of events ascend without a gap, and those of a map come as they were put in.
      for (const id of stored.keys()) {
        if (id > step - capacity) break
        stored.delete(id)
      }
    },
    after: (step) => stored.get(step),
    clear: () => stored.clear(),
  }
}
