import type { AnyAuth } from '@authchart/machine'
import { type AuthActor, type AuthSnapshot, actorOf } from '@authchart/machine/xstate'
import type { InspectionEvent } from 'xstate'
import type { Redactor } from '../redaction/redactor.ts'
import {
  attachedFact,
  type Fact,
  type Inspected,
  type InspectionState,
  initialInspection,
  reduceInspection,
} from './reduce-inspection.ts'
import type { Recorder } from './trace-event.ts'

export interface InspectionOptions {
  readonly record: Recorder
  readonly redactor: Redactor
  /** Ms, for durations. */
  readonly now: () => number
  /** Called after each recorded step with the `id` of its event and the chart after it. */
  readonly onStep?: (id: number, snapshot: AuthSnapshot) => void
}

export interface Tracing {
  /** Records the current state of the chart: the first line after the trace was cleared. */
  attach(): void
  stop(): void
}

/** Records what XState v5 reports about a running `auth`. */
export function traceActor(auth: AnyAuth, options: InspectionOptions): Tracing {
  const actor = actorOf(auth)
  const { record, redactor, now, onStep } = options
  let state = initialInspection(actor.getSnapshot())
  let wasPaused = false
  /** Trace ids of the last event, and of the last one that caused a transition. */
  let causeId = 0
  let takenId = 0

  /** `before`: the state before the step to which the fact belongs. */
  function write(fact: Fact, before: InspectionState): number {
    const { lane, happening, isCause, isRepeat, snapshot } = fact
    // A paused trace misses steps: it continues with the state that they led to.
    if (wasPaused) recordAttached(before)
    // An event that was taken while the trace was paused has no id.
    const repeats = isRepeat ? takenId || null : null
    const id = record(lane, happening.type === 'ignored' ? { ...happening, repeats } : happening)
    wasPaused = id === 0
    if (isCause) causeId = id
    if (happening.type === 'transition') takenId = causeId
    if (snapshot && id > 0) onStep?.(id, snapshot)
    return id
  }

  function recordAttached(at: InspectionState): number {
    wasPaused = false
    return write(attachedFact(at, redactor), at)
  }

  function attach() {
    const id = recordAttached(state)
    if (id > 0) onStep?.(id, actor.getSnapshot())
  }

  attach()
  const subscription = actor.system.inspect((reported) => {
    try {
      const inspected = readInspection(reported, actor)
      if (!inspected) return
      const before = state
      const [next, facts] = reduceInspection(before, inspected, { redactor, at: now() })
      state = next
      for (const fact of facts) write(fact, before)
    } catch (error) {
      // This runs inside a step of the chart, which must not fail.
      state = { ...state, waiting: [] }
      const { name } = error instanceof Error ? error : { name: 'unknown' }
      const failed = { type: 'inspectorFailed', error: redactor.text(name) } as const
      write({ lane: 'machine', happening: failed }, state)
    }
  })
  return { attach, stop: () => subscription.unsubscribe() }
}

/** What an inspection event says about the chart; `undefined` if it concerns other actors only. */
function readInspection(reported: InspectionEvent, actor: AuthActor): Inspected | undefined {
  const isRoot = reported.actorRef === actor
  if (reported.type === '@xstate.event') {
    const { sourceRef, actorRef, event } = reported
    if (isRoot) {
      return {
        type: 'event',
        event,
        source: sourceRef && sourceRef !== actor ? nameOf(sourceRef) : null,
      }
    }
    return sourceRef === actor ? { type: 'command', event, target: nameOf(actorRef) } : undefined
  }
  if (!isRoot) return undefined
  switch (reported.type) {
    case '@xstate.microstep': {
      const { event, snapshot, _transitions: transitions } = reported
      return {
        type: 'microstep',
        event,
        snapshot: snapshot as unknown as AuthSnapshot,
        transitions,
      }
    }
    case '@xstate.action':
      return { type: 'action', action: reported.action }
    case '@xstate.snapshot':
      return { type: 'snapshot' }
    default:
      return undefined
  }
}

function nameOf(ref: object): string {
  return 'id' in ref ? String(ref.id) : 'unknown'
}
