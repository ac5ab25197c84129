import type { Happening, Recorder, TraceEvent } from './trace-event.ts'
import { deepFreeze, parseTrace, traceJson } from './trace-file.ts'

/** What has happened lately. */
export interface Trace {
  readonly capacity: number
  /** Oldest first; a new array for each call. */
  events(): readonly TraceEvent[]
  /** How many have been pushed out by newer ones. */
  readonly dropped: number
  readonly isPaused: boolean
  /** Adds a line at the end, unless paused. */
  readonly record: Recorder
  /** Calls back with each new event; with `undefined` where everything has changed. */
  subscribe(listener: (event: TraceEvent | undefined) => void): () => void
  pause(): void
  resume(): void
  clear(): void
  /** As JSON: what `importJson` reads. */
  exportJson(): string
  /**
   * Shows an exported trace instead, and pauses.
   *
   * @throws TypeError for what is none.
   */
  importJson(json: string): void
}

/** A trace that keeps the last `capacity` events. `now` in epoch ms. */
export function ringBuffer(capacity = 1000, now: () => number = Date.now): Trace {
  if (!Number.isInteger(capacity) || capacity < 1) {
    throw new RangeError('The capacity of a trace is a whole number of events, at least 1')
  }
  const listeners = new Set<(event: TraceEvent | undefined) => void>()
  let ring: TraceEvent[] = []
  /** Where the oldest is, once the ring is full. */
  let start = 0
  let nextId = 1
  let dropped = 0
  let isPaused = false

  function push(event: TraceEvent) {
    if (ring.length < capacity) {
      ring.push(event)
      return
    }
    ring[start] = event
    start = (start + 1) % capacity
    dropped += 1
  }

  function notify(event: TraceEvent | undefined) {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        // A listener that throws must not break the app.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  function reset(events: readonly TraceEvent[]) {
    ring = events.slice(-capacity)
    start = 0
    dropped = events.length - ring.length
    nextId = (ring.at(-1)?.id ?? nextId - 1) + 1
    notify(undefined)
  }

  const events = () => [...ring.slice(start), ...ring.slice(0, start)]

  return {
    capacity,
    events,
    get dropped() {
      return dropped
    },
    get isPaused() {
      return isPaused
    },
    record(lane, happening: Happening) {
      if (isPaused) return 0
      const event = deepFreeze<TraceEvent>({ id: nextId, at: now(), lane, ...happening })
      nextId += 1
      push(event)
      notify(event)
      return event.id
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    pause() {
      isPaused = true
    },
    resume() {
      isPaused = false
    },
    clear: () => reset([]),
    exportJson: () => traceJson(events()),
    importJson(json) {
      const imported = parseTrace(json)
      isPaused = true
      reset(imported)
    },
  }
}
