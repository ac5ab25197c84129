import { toFailure } from '@authchart/machine'
import { type AuthSnapshot, pathOf } from '@authchart/machine/xstate'
import type { AnyTransitionDefinition } from 'xstate'
import {
  actorRules,
  contextRules,
  emittedRules,
  eventRules,
  failureRule,
} from '../redaction/allow-list.ts'
import { ownOf, type Redactor } from '../redaction/redactor.ts'
import type { AnyRule } from '../redaction/rules.ts'
import { candidatesFor, sourceOf } from './candidates.ts'
import type { Happening, Lane, Shown } from './trace-event.ts'

type Rules = { readonly [key: string]: AnyRule }
type Named = { readonly type: string }

/** What XState reports about the chart, with actors by their names. */
export type Inspected =
  /** The chart gets an event. `source`: the child actor that sent it; `null` for the user. */
  | { readonly type: 'event'; readonly event: Named; readonly source: string | null }
  /** The chart sends an event to a child actor. */
  | { readonly type: 'command'; readonly event: Named; readonly target: string }
  /** XState reports the actions of a step before the step. */
  | { readonly type: 'action'; readonly action: Named & { readonly params: unknown } }
  | {
      readonly type: 'microstep'
      readonly event: Named
      readonly snapshot: AuthSnapshot
      readonly transitions: readonly AnyTransitionDefinition[]
    }
  | { readonly type: 'snapshot' }

/** What is known of the chart between two inspection events. */
export interface InspectionState {
  readonly leaf: string
  readonly context: object
  /** When each running child started, in ms; `undefined` if that was before the inspection. */
  readonly running: ReadonlyMap<string, number | undefined>
  /** Event types of running timers, by their ids. */
  readonly timers: ReadonlyMap<string, string>
  /** Facts of actions whose step is not reported yet. */
  readonly waiting: readonly Fact[]
  /** The event that the chart handles: its number and name. */
  readonly current: Cause
  /** The last event that caused a transition. */
  readonly taken: Cause
}

interface Cause {
  readonly number: number
  readonly name: string
}

/** A line for the trace. */
export interface Fact {
  readonly lane: Lane
  readonly happening: Happening
  /** It is the event behind the transitions that follow. */
  readonly isCause?: true
  /** An ignored event with the name of the last one that was taken. */
  readonly isRepeat?: boolean
  /** The chart after a transition. */
  readonly snapshot?: AuthSnapshot
}

export interface InspectionTools {
  readonly redactor: Redactor
  /** The time of the inspection event, in ms. */
  readonly at: number
}

const afterPrefix = 'xstate.after.'

export function initialInspection(
  snapshot: Pick<AuthSnapshot, 'value' | 'context' | 'children'>,
): InspectionState {
  const active = Object.entries(snapshot.children).filter(
    ([, child]) => child?.getSnapshot().status === 'active',
  )
  return {
    leaf: pathOf(snapshot as AuthSnapshot),
    context: snapshot.context,
    running: new Map(active.map(([name]) => [name, undefined])),
    timers: new Map(),
    waiting: [],
    current: { number: 0, name: '' },
    taken: { number: 0, name: '' },
  }
}

/** The first line of a trace, and of one that was paused or cleared. */
export function attachedFact(
  { leaf, context, running }: InspectionState,
  redactor: Redactor,
): Fact {
  const shown = redactor.show(contextRules as Rules, context)
  return machineFact({ type: 'attached', leaf, context: shown, actors: [...running.keys()] })
}

/** The state after an inspection event, and the lines that it adds to the trace. */
export function reduceInspection(
  state: InspectionState,
  inspected: Inspected,
  tools: InspectionTools,
): readonly [InspectionState, readonly Fact[]] {
  switch (inspected.type) {
    case 'event':
      return onEvent(state, inspected, tools)
    case 'command':
      return [waitWith(state, commandFact(inspected, tools)), []]
    case 'action':
      return [onAction(state, inspected.action, tools), []]
    case 'microstep':
      return onMicrostep(state, inspected, tools)
    case 'snapshot':
      return [{ ...state, waiting: [] }, state.waiting]
  }
}

function onEvent(
  state: InspectionState,
  { event, source }: Extract<Inspected, { type: 'event' }>,
  { redactor, at }: InspectionTools,
): readonly [InspectionState, readonly Fact[]] {
  const { type, ...payload } = event
  const { actorId, output, error }: Record<string, unknown> = payload
  const current = { number: state.current.number + 1, name: redactor.text(type) }
  const next = { ...state, waiting: [], current }
  const causedBy = (fact: Fact): readonly Fact[] => [...state.waiting, { ...fact, isCause: true }]
  if (typeof actorId === 'string' && /^xstate\.(done|error)\.actor\./.test(type)) {
    const rules = ownOf(actorRules as Rules, actorId) as Rules | undefined
    const ms = elapsed(state, actorId, at)
    const running = without(state.running, actorId)
    if (type.startsWith('xstate.done')) {
      const shown = redactor.show(rules?.output, output)
      const done = { actor: actorId, outcome: kindOf(shown), output: shown, ms }
      return [{ ...next, running }, causedBy(machineFact({ type: 'actor.done', ...done }))]
    }
    const failure = toFailure(error)
    // No allow-list has the failures of an actor that a developer has added.
    const shown = redactor.show(rules ? failureRule : { code: 'show' }, failure)
    const failed = { actor: actorId, code: failure.code, failure: shown, ms }
    return [{ ...next, running }, causedBy(machineFact({ type: 'actor.failed', ...failed }))]
  }
  if (type.startsWith(afterPrefix)) {
    const timers = new Map([...state.timers].filter(([, name]) => name !== type))
    const fired = machineFact({ type: 'timer.fired', name: timerName(type) })
    return [{ ...next, timers }, causedBy(fired)]
  }
  const shown = redactor.show(ownOf(eventRules as Rules, type) ?? {}, payload)
  const sent = { type: 'event', name: current.name, source, target: null, payload: shown } as const
  return [next, causedBy({ lane: source === null ? 'user' : 'machine', happening: sent })]
}

function onMicrostep(
  state: InspectionState,
  { event, snapshot, transitions }: Extract<Inspected, { type: 'microstep' }>,
  { redactor }: InspectionTools,
): readonly [InspectionState, readonly Fact[]] {
  const leaf = pathOf(snapshot)
  const { context } = snapshot
  const isTaken = transitions.length > 0
  const taken = transitions.map((transition): Fact => {
    const name = redactor.text(transition.eventType || 'always')
    const step = { event: name, from: state.leaf, to: leaf, ...sourceOf(transition) }
    return { ...machineFact({ type: 'transition', ...step }), snapshot }
  })
  const isIgnored = !isTaken && !event.type.startsWith('xstate.')
  const facts = [
    ...(isIgnored ? [ignoredFact(state, event.type, snapshot)] : taken),
    ...contextFacts(state.context, context, redactor),
    ...state.waiting,
  ]
  const next = { ...state, leaf, context, waiting: [], ...(isTaken && { taken: state.current }) }
  return [next, facts]
}

function ignoredFact(
  { leaf, current, taken }: InspectionState,
  type: string,
  after: AuthSnapshot,
): Fact {
  const candidates = candidatesFor(after, type)
  return {
    ...machineFact({ type: 'ignored', name: current.name, leaf, candidates, repeats: null }),
    isRepeat: taken.name === current.name && taken.number !== current.number,
  }
}

function contextFacts(earlier: object, later: object, redactor: Redactor): readonly Fact[] {
  const before: Record<string, unknown> = { ...earlier }
  const changed = Object.entries(later).filter(([key, value]) => !Object.is(before[key], value))
  if (changed.length === 0) return []
  const changes = changed.map(([key, value]) => {
    const rule = ownOf(contextRules as Rules, key)
    const shown = redactor.show(rule, value)
    return [redactor.text(key), { before: redactor.show(rule, before[key]), after: shown }]
  })
  return [machineFact({ type: 'context', changes: Object.fromEntries(changes) })]
}

function onAction(
  state: InspectionState,
  { type, params }: Extract<Inspected, { type: 'action' }>['action'],
  { redactor, at }: InspectionTools,
): InspectionState {
  const { id, sendId, input, event, delay }: Record<string, unknown> = Object(params)
  if (type === 'xstate.cancel') {
    const timer = state.timers.get(String(sendId))
    if (timer === undefined) return state
    const timers = without(state.timers, String(sendId))
    const cancelled = machineFact({ type: 'timer.cancelled', name: timerName(timer) })
    return waitWith({ ...state, timers }, cancelled)
  }
  if (type === 'xstate.spawnChild' && typeof id === 'string') {
    const running = new Map(state.running).set(id, at)
    const rules = ownOf(actorRules as Rules, id) as Rules | undefined
    const shown = redactor.show(rules?.input, input)
    const started = machineFact({ type: 'actor.started', actor: id, input: shown })
    return waitWith({ ...state, running }, started)
  }
  if (type === 'xstate.stopChild') {
    if (typeof id !== 'string' || !state.running.has(id)) return state
    const ms = elapsed(state, id, at)
    const running = without(state.running, id)
    return waitWith({ ...state, running }, machineFact({ type: 'actor.stopped', actor: id, ms }))
  }
  if (type === 'xstate.emit') {
    const { type: name, ...payload }: { type?: unknown } = Object(event)
    const shown = redactor.show(ownOf(emittedRules as Rules, String(name)) ?? {}, payload)
    const emitted = { name: redactor.text(String(name)), payload: shown }
    return waitWith(state, machineFact({ type: 'emitted', ...emitted }))
  }
  if (type === 'xstate.raise' && typeof delay === 'number') {
    const raised = String(Object(event).type)
    const timers = new Map(state.timers).set(String(id), raised)
    const started = { name: timerName(raised), delayMs: delay }
    return waitWith({ ...state, timers }, machineFact({ type: 'timer.started', ...started }))
  }
  return state
}

function commandFact(
  { event, target }: Extract<Inspected, { type: 'command' }>,
  { redactor }: InspectionTools,
): Fact | undefined {
  if (event.type.startsWith('xstate.')) return undefined
  const name = redactor.text(event.type)
  const { part }: Record<string, unknown> = { ...event }
  const payload = redactor.show({ part: 'show' }, part === undefined ? {} : { part })
  return machineFact({ type: 'event', name, source: 'auth', target, payload })
}

const machineFact = (happening: Happening): Fact => ({ lane: 'machine', happening })

const waitWith = (state: InspectionState, fact: Fact | undefined): InspectionState =>
  fact ? { ...state, waiting: [...state.waiting, fact] } : state

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

/** How long a child actor has run; `null` if its start was not seen. */
function elapsed({ running }: InspectionState, actor: string, at: number): number | null {
  const startedAt = running.get(actor)
  return startedAt === undefined ? null : Math.round(at - startedAt)
}

function kindOf(output: Shown): string | null {
  const { kind }: { kind?: unknown } = Object(output)
  return typeof kind === 'string' ? kind : null
}

/** `xstate.after.resendCooldown.auth.confirmSignUp.editing.cooling` without XState's prefix. */
function timerName(type: string): string {
  return type.startsWith(afterPrefix) ? type.slice(afterPrefix.length) : type
}
