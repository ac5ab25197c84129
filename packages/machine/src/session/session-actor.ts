import { fromCallback } from 'xstate'
import type { SessionEvent } from '../chart/events.ts'
import type { AuthFailure } from '../errors/failure.ts'
import type { AuthPorts } from '../ports/index.ts'
import type { SessionKeeper } from './session-keeper.ts'

/** After a refresh that failed the next try waits this long, twice as long each time, up to the last. In ms. */
const firstRetryMs = 5_000
const lastRetryMs = 5 * 60_000
/** Where nothing will change soon. */
const hopelessRetryMs = 60_000
/** However long a server asks to be left alone. */
const longestRetryMs = 60 * 60_000
/** Timers stand still while a machine sleeps, so none is longer. */
const longestTimerMs = 60_000

/**
 * Lives as long as the chart: keeps the session fresh, looks at the store when another tab or a
 * wake-up says so, and reports how it goes.
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
      // Its outcome arrives as news, like that of a refresh that somebody else asked for.
      keeper.refresh().catch(() => undefined)
    }

    function retryAfter({ retryable, retryAt = 0 }: AuthFailure): number {
      const first = retryable ? firstRetryMs : hopelessRetryMs
      const longest = Math.min(first * 2 ** failures, lastRetryMs)
      const soon = clock.now() + longest * (0.75 + Math.random() / 4)
      // Ports of one's own may say anything, and a clock may be set back.
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
