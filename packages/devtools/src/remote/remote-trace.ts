import type { Trace } from '../trace/ring-buffer.ts'
import type { TraceEvent } from '../trace/trace-event.ts'
import { parseTrace, traceJson } from '../trace/trace-file.ts'

export interface RemoteTrace extends Trace {
  /** What the app has told: all it has, or what came since. */
  take(events: readonly TraceEvent[], isWhole: boolean, dropped: number): void
}

/**
 * The trace of an app that runs elsewhere. Pausing and clearing happen here, and the app goes on.
 * `askForAll` is called when it is to be shown again: what was missed meanwhile is asked for.
 */
export function remoteTrace(capacity: number, requestAll: () => void): RemoteTrace {
  const listeners = new Set<(event: TraceEvent | undefined) => void>()
  let events: readonly TraceEvent[] = []
  let dropped = 0
  let isPaused = false
  /** What came up to here was cleared. */
  let clearedTo = 0

  function notify(event: TraceEvent | undefined) {
    for (const listener of listeners) listener(event)
  }

  return {
    capacity,
    events: () => events,
    get dropped() {
      return dropped
    },
    get isPaused() {
      return isPaused
    },
    record: () => 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    pause() {
      isPaused = true
    },
    resume() {
      isPaused = false
      requestAll()
    },
    clear() {
      clearedTo = events.at(-1)?.id ?? clearedTo
      events = []
      notify(undefined)
    },
    exportJson: () => traceJson(events),
    importJson(json) {
      events = parseTrace(json).slice(-capacity)
      isPaused = true
      notify(undefined)
    },
    take(events, isWhole, nowDropped) {
      if (isPaused) return
      const last = isWhole ? clearedTo : Math.max(clearedTo, events.at(-1)?.id ?? 0)
      const fresh = events.filter(({ id }) => id > last)
      events = [...(isWhole ? [] : events), ...fresh].slice(-capacity)
      dropped = nowDropped
      if (isWhole) notify(undefined)
      else for (const event of fresh) notify(event)
    },
  }
}
