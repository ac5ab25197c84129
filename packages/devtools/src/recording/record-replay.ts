import { toFailure } from '@authchart/machine'
import type { Model, Replay, Step } from '@authchart/testing'
import { actorRules, contextRules, eventRules } from '../redaction/allow-list.ts'
import { knownSecrets } from '../redaction/known-secrets.ts'
import { redactor } from '../redaction/redactor.ts'
import type { AnyRule } from '../redaction/rules.ts'
import { recordOf } from '../trace/record-of.ts'
import type { TraceEvent } from '../trace/trace-event.ts'
import { readableEvent } from '../words/readable-event.ts'
import { distance } from './distance.ts'
import { type RecordedStep, recordedSteps } from './recorded-steps.ts'

type Rules = Readonly<Record<string, AnyRule | undefined>>
type Place = Model['places'][number]

/** A session as a walk: what it did, without what was typed. */
export interface Recording {
  readonly replay: Replay
  /** The steps of the chart that are in it. */
  readonly steps: readonly Step[]
  /** Where it ends. */
  readonly leaf: string
  /** Why it ends before the session does. */
  readonly why?: string
}

/** One way to understand what was seen; the chart may be at several places that look alike. */
interface Reading {
  readonly place: Place
  readonly last?: { readonly step: Step; readonly before: Reading }
  /** How much of it was not as expected. */
  readonly cost: number
}

/**
 * The walk that a trace shows. If several walks fit, it is the one closest to the recorded values.
 *
 * @throws Error with a message for the user if the session has no beginning.
 */
export function recordReplay(events: readonly TraceEvent[], model: Model): Recording {
  const start = startOf(events, model)
  let readings: readonly Reading[] = [{ place: start.place, cost: 0 }]
  const gap = events.findIndex(({ type }, at) => type === 'attached' && at > 0)
  let why = gap < 0 ? undefined : 'The trace was paused after it.'
  for (const recorded of recordedSteps(gap < 0 ? events : events.slice(0, gap))) {
    const next = bestOf(readings.flatMap((reading) => continued(reading, recorded)))
    if (next.length === 0) {
      const { from, to, event } = recorded
      why = `The step from ${from} to ${to} (${readableEvent(event)}) is none that a test can take.`
      break
    }
    readings = next
  }
  const [best] = [...readings].sort((one, other) => one.cost - other.cost)
  if (!best) throw new Error('Nothing was recorded.')
  const { leaf } = best.place
  const steps = stepsOf(best)
  const title = `recorded: ${start.name}, then ${leaf}`
  const replay = { title, start: start.name, steps: steps.map(({ label }) => label) }
  return { replay, steps, leaf, ...(why !== undefined && { why }) }
}

function startOf(events: readonly TraceEvent[], { starts }: Model): Model['starts'][number] {
  const [first] = events
  if (first?.type !== 'attached') {
    throw new Error('The beginning of this session is not in the trace any more. Reload the page.')
  }
  const redact = redactor(knownSecrets())
  const { answer, initial } = recordOf(first.context)
  const found = starts.find(({ place }) => {
    const { context } = place.snapshot
    const expected = recordOf(redact.show(contextRules, context))
    const isAlike = distance(answer, expected.answer) < 1
    return isAlike && place.leaf === first.leaf && distance(initial, expected.initial) < 1
  })
  if (found) return found
  throw new Error(
    `The trace begins at ${first.leaf}, where no test begins. Call inspectAuth() right after createAuth(), and reload the page after “Clear”.`,
  )
}

/** Every way to understand a step from one of the places where the chart may be. */
function continued(reading: Reading, recorded: RecordedStep): readonly Reading[] {
  const { place } = reading
  const { source, event, branch, to } = recorded
  const name = `${source || '(root)'} ${event}`
  const alike = place.steps.filter(
    (step) => step.branch === name || step.branch === `${name} ${branch + 1}`,
  )
  return alike.flatMap((step) => {
    const cost = costOf(step, recorded)
    if (cost === undefined) return []
    const next = taken(reading, step, cost)
    if (step.to.leaf === to) return [next]
    // The timer fired during a request; in a walk it fires when the walk waits for it.
    const waits = step.to.steps.find((later) => later.kind === 'timer' && later.to.leaf === to)
    return waits ? [taken(next, waits, 0)] : []
  })
}

/** What the account has read again changes nothing: said once. */
function taken(before: Reading, step: Step, cost: number): Reading {
  const isSaid = before.last?.step === step && step.kind === 'external' && step.from === step.to
  if (isSaid) return before
  return { place: step.to, last: { step, before }, cost: before.cost + cost }
}

/** How unlike what was seen a step is; `undefined` where it is another one. */
function costOf(step: Step, { cause, rejectedAs }: RecordedStep): number | undefined {
  const redact = redactor(knownSecrets())
  const { kind, event, outcome } = step
  if (kind === 'timer') return 0
  const { type, output, error, ...payload }: Record<string, unknown> = { ...event }
  if (!outcome) {
    if (cause?.type !== 'event') return undefined
    return distance(cause.payload, redact.show((eventRules as Rules)[String(type)], payload))
  }
  if (cause?.type === 'actor.failed') {
    const { code, message } = toFailure(error)
    if (code !== cause.code) return undefined
    const isNamedSo = rejectedAs === undefined || rejectedAs === outcome.rejection?.type
    return distance(recordOf(cause.failure).message, message) + (isNamedSo ? 0 : 1)
  }
  if (cause?.type !== 'actor.done') return undefined
  const rules = (actorRules as Readonly<Record<string, Rules>>)[outcome.actor]
  return distance(cause.output, redact.show(rules?.output, output))
}

/** For each place, the closest of the readings that end there. */
function bestOf(readings: readonly Reading[]): readonly Reading[] {
  const best = new Map<Place, Reading>()
  for (const reading of readings) {
    const known = best.get(reading.place)
    if (!known || reading.cost < known.cost) best.set(reading.place, reading)
  }
  return [...best.values()]
}

function stepsOf(reading: Reading): readonly Step[] {
  const steps: Step[] = []
  for (let at = reading.last; at; at = at.before.last) steps.push(at.step)
  return steps.reverse()
}
