import type { Trace } from '../trace/ring-buffer.ts'
import type { TraceEvent } from '../trace/trace-event.ts'
import { parseTrace, traceJson } from '../trace/trace-file.ts'

export interface RemoteTrace extends Trace {
  /** The events of the app: all of them, or those since the last message. */
  take(events: readonly TraceEvent[], isWhole: boolean, dropped: number): void
}

/**
 * The trace of an app that runs elsewhere. Pausing and clearing happen here only. `requestAll` is called
 * when the trace continues, to get the missed events.
 */
export function remoteTrace(capacity: number, requestAll: () => void): RemoteTrace {
  const listeners = new Set<(event: TraceEvent | undefined) => void>()
  let stored: readonly TraceEvent[] = []
  let dropped = 0
  let isPaused = false
  /** What came up to here was cleared. */
  let clearedTo = 0

  function notify(event: TraceEvent | undefined) {
    for (const listener of listeners) listener(event)
  }

  return {
    capacity,
    events: () => stored,
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
      clearedTo = stored.at(-1)?.id ?? clearedTo
      stored = []
      notify(undefined)
    },
    exportJson: () => traceJson(stored),
    importJson(json) {
      stored = parseTrace(json).slice(-capacity)
      isPaused = true
      notify(undefined)
    },
    take(events, isWhole, nowDropped) {
      if (isPaused) return
      const last = isWhole ? clearedTo : Math.max(clearedTo, stored.at(-1)?.id ?? 0)
      const fresh = events.filter(({ id }) => id > last)
      stored = [...(isWhole ? [] : stored), ...fresh].slice(-capacity)
      dropped = nowDropped
      if (isWhole) notify(undefined)
      else for (const event of fresh) notify(event)
    },
  }
}
