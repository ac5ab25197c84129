import type { AuthSnapshot } from '@authchart/machine'

/** How the chart was after each step of a trace: in memory alone, and gone with the event of the step. */
export interface Snapshots {
  /** `step`: the `id` of its event. */
  keep(step: number, snapshot: AuthSnapshot): void
  after(step: number): AuthSnapshot | undefined
  clear(): void
}

/** `capacity` of the trace, in events. */
export function snapshots(capacity: number): Snapshots {
  const kept = new Map<number, AuthSnapshot>()
  return {
    keep(step, snapshot) {
      kept.set(step, snapshot)
      // Numbers of events ascend without a gap, and those of a map come as they were put in.
      for (const id of kept.keys()) {
        if (id > step - capacity) break
        kept.delete(id)
      }
    },
    after: (step) => kept.get(step),
    clear: () => kept.clear(),
  }
}
