import { isCause } from '../../trace/is-cause.ts'
import type { TraceEvent } from '../../trace/trace-event.ts'

/** A period without change: from one step to the event that caused the next. */
export interface Moment {
  /** With which it began. */
  readonly event: Extract<TraceEvent, { type: 'attached' | 'transition' }>
  /** How many events of the trace there were when it was over. */
  readonly end: number
}

/** Every moment of a trace, in order. */
export function momentsOf(events: readonly TraceEvent[]): readonly Moment[] {
  const begun: (Omit<Moment, 'end'> & { readonly at: number })[] = []
  let cause: number | undefined
  events.forEach((event, index) => {
    if (event.type === 'attached' || event.type === 'transition') {
      begun.push({ event, at: cause ?? index })
      cause = undefined
    } else if (isCause(event)) {
      cause = index
    }
  })
  return begun.map(({ event }, index) => ({ event, end: begun[index + 1]?.at ?? events.length }))
}
