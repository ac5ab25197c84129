/** Starts of the handles that were created in this task. */
let created: (() => void)[] = []

/**
 * In a page a handle that nobody uses starts by itself after the task that created it. Of several, each
 * waits until it is used: React's strict mode creates two and throws one away, which must leave nothing.
 * Elsewhere it starts at once.
 */
export function startSoon(start: () => void): void {
  if (typeof window === 'undefined') {
    start()
    return
  }
  if (created.length === 0) {
    void Promise.resolve().then(() => {
      const [first, ...others] = created
      created = []
      if (others.length === 0) first?.()
    })
  }
  created.push(start)
}

/** Whether the task that has created the handle of a start is still running. */
export const isJustCreated = (start: () => void) => created.includes(start)
