import { isTraceEvent } from './is-trace-event.ts'
import { parseJson } from './parse-json.ts'
import type { TraceEvent } from './trace-event.ts'

const format = 'authchart-trace'
const version = 1

/** A trace as a file. */
export function traceJson(events: readonly TraceEvent[]): string {
  return JSON.stringify({ format, version, events })
}

/**
 * Reads a trace file, which may come from another person.
 *
 * @throws TypeError for anything else.
 */
export function parseTrace(json: string): readonly TraceEvent[] {
  const file: { format?: unknown; version?: unknown; events?: unknown } = Object(parseJson(json))
  if (file.format !== format || file.version !== version || !Array.isArray(file.events)) {
    throw new TypeError('This is not a trace of the inspector')
  }
  return readEvents(file.events)
}

/**
 * Events that come from elsewhere, frozen.
 *
 * @throws TypeError for what is none, and where they are not in order.
 */
export function readEvents(events: readonly unknown[]): readonly TraceEvent[] {
  let last = 0
  for (const event of events) {
    if (!isTraceEvent(event) || event.id <= last) {
      throw new TypeError(`Event ${last + 1} of this trace cannot be read`)
    }
    last = event.id
  }
  return events.map((event) => deepFreeze(event as TraceEvent))
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
