import type { TraceEvent } from './trace-event.ts'

/** Whether the chart may take a step because of this event. Eventless steps have no cause of their own. */
export function isCause(event: TraceEvent): boolean {
  if (event.type === 'event') return event.target === null
  return /^(actor\.(done|failed)|timer\.fired)$/.test(event.type)
}
