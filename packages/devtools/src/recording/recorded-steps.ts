import { isCause } from '../trace/is-cause.ts'
import type { TraceEvent } from '../trace/trace-event.ts'

type Transition = Extract<TraceEvent, { type: 'transition' }>

/** A step of the chart with all that it does at once after it, and what it was taken for. */
export interface Stretch extends Pick<Transition, 'event' | 'source' | 'branch' | 'from' | 'to'> {
  readonly cause: TraceEvent | undefined
  /** What Cognito said last before it, where it was a refusal. */
  readonly refusedAs: string | undefined
}

/** The steps of a trace, as a walk counts them. */
export function stretchesOf(events: readonly TraceEvent[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let cause: TraceEvent | undefined
  let refusedAs: string | undefined
  for (const event of events) {
    if (event.type === 'transition') {
      const last = stretches.at(-1)
      if (event.event === 'always' && last) {
        stretches[stretches.length - 1] = { ...last, to: event.to }
        continue
      }
      const { event: name, source, branch, from, to } = event
      stretches.push({ event: name, source, branch, from, to, cause, refusedAs })
      cause = undefined
      refusedAs = undefined
    } else if (event.type === 'answer') {
      refusedAs = event.errorType ?? undefined
    } else if (isCause(event)) {
      cause = event
    }
  }
  return stretches
}
