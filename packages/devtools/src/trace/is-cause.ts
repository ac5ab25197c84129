import type { TraceEvent } from './trace-event.ts'

/** What the chart may take a step for. Steps that it takes at once have no cause of their own. */
export function isCause(event: TraceEvent): boolean {
  if (event.type === 'event') return event.target === null
  return /^(actor\.(done|failed)|timer\.fired)$/.test(event.type)
}
