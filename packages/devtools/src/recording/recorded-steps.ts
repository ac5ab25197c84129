import { isCause } from '../trace/is-cause.ts'
import type { TraceEvent } from '../trace/trace-event.ts'

type Transition = Extract<TraceEvent, { type: 'transition' }>

/** A step of the chart with all that it does at once after it, and what it was taken for. */
export interface RecordedStep
  extends Pick<Transition, 'event' | 'source' | 'branch' | 'from' | 'to'> {
  readonly cause: TraceEvent | undefined
  /** The type of the last response before it, if that was a rejection. */
  readonly rejectedAs: string | undefined
}

/** The steps of a trace, as a walk counts them. */
export function recordedSteps(events: readonly TraceEvent[]): readonly RecordedStep[] {
  const steps: RecordedStep[] = []
  let cause: TraceEvent | undefined
  let rejectedAs: string | undefined
  for (const event of events) {
    if (event.type === 'transition') {
      const last = steps.at(-1)
      if (event.event === 'always' && last) {
        steps[steps.length - 1] = { ...last, to: event.to }
        continue
      }
      const { event: name, source, branch, from, to } = event
      steps.push({ event: name, source, branch, from, to, cause, rejectedAs })
      cause = undefined
      rejectedAs = undefined
    } else if (event.type === 'answer') {
      rejectedAs = event.errorType ?? undefined
    } else if (isCause(event)) {
      cause = event
    }
  }
  return steps
}
