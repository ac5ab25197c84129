import { fromCallback } from 'xstate'
import type { SessionEvent } from '../chart/events.ts'
import type { AuthFailure } from '../failure.ts'
import type { Clock } from '../ports/index.ts'
import type { SessionKeeper } from './session-keeper.ts'

/** After a refresh that failed for now, the next try waits this long; longer where nothing will change soon. */
const retryMs = 5_000
const hopelessRetryMs = 60_000
/** Longer timers overflow (2^31 ms) and fire at once. */
const longestTimerMs = 2_000_000_000

/** Keeps the session fresh as long as the chart is in `signedIn`, and reports how it goes. */
export function sessionActor(keeper: SessionKeeper, clock: Clock) {
  return fromCallback(({ sendBack }) => {
    const report: (event: SessionEvent) => void = sendBack
    let timer: ReturnType<typeof setTimeout> | undefined

    function schedule(inMs: number | undefined) {
      clearTimeout(timer)
      if (inMs === undefined) return
      timer = setTimeout(refreshWhenDue, Math.min(inMs, longestTimerMs))
    }

    function refreshWhenDue() {
      if (keeper.refreshInMs !== 0) return schedule(keeper.refreshInMs)
      // Its outcome arrives as news, like that of a refresh that somebody else asked for.
      keeper.refresh().catch(() => undefined)
    }

    function waitAfter({ retryable, retryAt = 0 }: AuthFailure): number {
      return Math.max(retryAt - clock.now(), retryable ? retryMs : hopelessRetryMs)
    }

    const stopListening = keeper.listen((news) => {
      switch (news.type) {
        case 'refreshed':
          schedule(keeper.refreshInMs)
          return report({ type: 'session.refreshed', user: news.user })
        case 'refreshFailed':
          schedule(waitAfter(news.failure))
          return report({ type: 'session.refreshFailed', failure: news.failure })
        case 'ended':
          return report({ type: 'session.ended', failure: news.failure })
      }
    })
    schedule(keeper.refreshInMs)

    return () => {
      clearTimeout(timer)
      stopListening()
    }
  })
}
