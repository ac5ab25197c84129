import { fromCallback } from 'xstate'
import type { SessionEvent } from '../chart/events.ts'
import type { AuthFailure } from '../errors/failure.ts'
import type { AuthPorts } from '../ports/index.ts'
import type { SessionKeeper } from './session-keeper.ts'

/** How long (ms) the next try waits after a failed refresh: doubled each time, up to `lastRetryMs`. */
const firstRetryMs = 5_000
const lastRetryMs = 5 * 60_000
/** In place of `firstRetryMs` if the failure is not retryable. */
const hopelessRetryMs = 60_000
/** The longest `Retry-After` that is obeyed. */
const longestRetryMs = 60 * 60_000
/** Timers stop while a machine sleeps, so none is longer. */
const longestTimerMs = 60_000

/**
 * Runs as long as the chart: refreshes the session in time, reads the store after an event of another
 * tab or a wake-up, and reports changes to the chart.
 */
export function sessionActor(
  keeper: SessionKeeper,
  { channel, pageLife, clock }: Pick<AuthPorts, 'channel' | 'pageLife' | 'clock'>,
) {
  return fromCallback(({ sendBack }) => {
    const report: (event: SessionEvent) => void = sendBack
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    let retryAt = 0

    function schedule() {
      clearTimeout(timer)
      const { refreshAt } = keeper
      if (refreshAt === undefined) return
      const inMs = Math.max(refreshAt, retryAt) - clock.now()
      timer = setTimeout(inMs > longestTimerMs ? schedule : refresh, Math.min(inMs, longestTimerMs))
    }

    function refresh() {
      // The subscription below reports the result, as for every other refresh.
      keeper.refresh().catch(() => undefined)
    }

    function retryAfter({ retryable, retryAt = 0 }: AuthFailure): number {
      const first = retryable ? firstRetryMs : hopelessRetryMs
      const longest = Math.min(first * 2 ** failures, lastRetryMs)
      const soon = clock.now() + longest * (0.75 + Math.random() / 4)
      // A custom port may return any time, and a clock may be set back.
      return Math.max(soon, Math.min(retryAt, clock.now() + longestRetryMs))
    }

    async function wake() {
      await keeper.syncWithStore()
      if (keeper.isDue) refresh()
    }

    const stops = [
      keeper.subscribe((change) => {
        const isFailed = change.type === 'session.refreshFailed'
        retryAt = isFailed ? retryAfter(change.failure) : 0
        failures = isFailed ? failures + 1 : 0
        schedule()
        if (change.type !== 'changed') report(change)
      }),
      channel.listen((change) => void keeper.syncWithStore(change)),
      pageLife.onWake(() => void wake()),
    ]
    schedule()

    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  })
}
