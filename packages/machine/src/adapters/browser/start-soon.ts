/** The start functions of the handles that the current task has created. */
let created: (() => void)[] = []

/**
 * In a page, starts an unused handle after the task that created it. When the task has created several,
 * each starts at its first use: React's strict mode creates two and discards one, which must have no
 * effects. Outside of a page, starts at once.
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

/** Whether the task that created this handle is still running. */
export function isJustCreated(start: () => void) {
  return created.includes(start)
}
