/**
 * The sandbox's time: the machine's clock (or the time at which it was stopped) plus an offset that
 * only grows.
 *
 * @example
 * sandbox.clock.advance(3_600_000) // access tokens expire after an hour
 */
export interface Clock {
  /** Sandbox time in ms since the epoch. */
  now(): number
  /** Moves the time forward by `ms` (0 or more) and returns the new time. */
  advance(ms: number): number
  /**
   * Stops the clock: from now on only `advance` moves it, until `reset`. For tests of limits, which
   * must not depend on the speed of the machine.
   */
  stop(): void
  /** Follows the machine's clock again. */
  reset(): void
}

const century = 100 * 365.25 * 86_400_000

export const advanceRule = `Time advances by a number of milliseconds, from 0 to ${century}.`

export function isAdvance(ms: unknown): ms is number {
  return typeof ms === 'number' && ms >= 0 && ms <= century
}

export function createClock(): Clock {
  let offset = 0
  let stoppedAt: number | undefined
  const now = () => (stoppedAt ?? Date.now()) + offset
  return {
    now,
    advance(ms) {
      if (!isAdvance(ms)) throw new RangeError(advanceRule)
      offset += ms
      return now()
    },
    stop() {
      stoppedAt ??= Date.now()
    },
    reset() {
      offset = 0
      stoppedAt = undefined
    },
  }
}
