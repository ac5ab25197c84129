/** The sandbox's time: the machine's clock plus an offset that only grows, until it is reset. */
export interface Clock {
  /** Sandbox time in ms since the epoch. */
  now(): number
  /** Moves the time forward by `ms` (0 or more) and returns the new time. */
  advance(ms: number): number
  /** Back to the machine's clock. */
  reset(): void
}

const century = 100 * 365.25 * 86_400_000

export const advanceRule = `Time advances by a number of milliseconds, from 0 to ${century}.`

export const isAdvance = (ms: unknown): ms is number =>
  typeof ms === 'number' && ms >= 0 && ms <= century

export const createClock = (): Clock => {
  let offset = 0
  const now = () => Date.now() + offset
  return {
    now,
    advance(ms) {
      if (!isAdvance(ms)) throw new RangeError(advanceRule)
      offset += ms
      return now()
    },
    reset() {
      offset = 0
    },
  }
}
