import type { Happening, Lane, Recorder, TraceEvent } from './trace-event.ts'

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

const format = 'authchart-trace'
const version = 1
const lanes: ReadonlySet<unknown> = new Set<Lane>(['user', 'machine', 'cognito', 'storage', 'tabs'])

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

  function tell(event: TraceEvent | undefined) {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        // Whoever looks must not break what is looked at.
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
    tell(undefined)
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
      tell(event)
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
    exportJson: () => JSON.stringify({ format, version, events: events() }),
    importJson(json) {
      const imported = parseTrace(json)
      isPaused = true
      reset(imported)
    },
  }
}

/** A file that somebody was sent: looked at before it is shown. */
function parseTrace(json: string): readonly TraceEvent[] {
  const file: { format?: unknown; version?: unknown; events?: unknown } = Object(parse(json))
  if (file.format !== format || file.version !== version || !Array.isArray(file.events)) {
    throw new TypeError('This is not a trace of the inspector')
  }
  let last = 0
  for (const event of file.events) {
    const { id, at, lane, type }: Record<string, unknown> = Object(event)
    const isEvent = typeof id === 'number' && Number.isFinite(at) && typeof type === 'string'
    if (!isEvent || id <= last || !lanes.has(lane)) {
      throw new TypeError(`Event ${last + 1} of this trace cannot be read`)
    }
    last = id
  }
  return file.events.map((event: TraceEvent) => deepFreeze(event))
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
