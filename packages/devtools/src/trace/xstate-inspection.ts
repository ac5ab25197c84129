import { type Auth, type AuthSnapshot, pathOf, toFailure } from '@authchart/machine'
import type { AnyTransitionDefinition, InspectionEvent } from 'xstate'
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
import type { Happening, Lane, Recorder, Shown } from './trace-event.ts'

type Rules = { readonly [key: string]: AnyRule }
type Fact = readonly [Lane, Happening]
type Snapshot = Pick<AuthSnapshot, 'value' | 'context'>

const events = eventRules as Rules
const context = contextRules as Rules
const emitted = emittedRules as Rules
const actors = actorRules as Rules

const afterPrefix = 'xstate.after.'

export interface InspectionOptions {
  readonly record: Recorder
  readonly redactor: Redactor
  /** Ms, for durations. */
  readonly now: () => number
  /** Told of each step that is written down: the `id` of its event, and how the chart is after it. */
  readonly onStep?: (id: number, snapshot: AuthSnapshot) => void
}

export interface Tracing {
  /** Says where the chart is: a trace that was cleared begins with it. */
  attach(): void
  stop(): void
}

/**
 * Writes down what XState v5 tells of a running `auth`.
 * Whatever is needed is taken at once: no snapshot, output or actor is kept but the last context.
 */
export function traceActor({ actor }: Auth, options: InspectionOptions): Tracing {
  const { record, redactor, now, onStep } = options
  const first = actor.getSnapshot()
  let last: { leaf: string; context: object } = { leaf: pathOf(first), context: first.context }
  /** When each running child was started; `undefined` for those that were there before us. */
  const running = new Map<string, number | undefined>()
  const timers = new Map<string, string>()
  /** Of actions of the step under way: XState tells of them before it tells of the step. */
  let held: Fact[] = []
  let lastTaken: { id: number; name: string } | undefined
  let current = { id: 0, name: '' }

  /** Of what happened while the trace was paused it tells where that has led: it begins anew. */
  let wasPaused = false
  function write(...[lane, happening]: Fact): number {
    if (wasPaused) attach()
    const id = record(lane, happening)
    wasPaused = id === 0
    return id
  }

  function attach(): number {
    const id = record('machine', {
      type: 'attached',
      leaf: last.leaf,
      context: redactor.show(context, last.context),
      actors: [...running.keys()],
    })
    wasPaused = id === 0
    return id
  }

  function attachNow() {
    const id = attach()
    if (id > 0) onStep?.(id, actor.getSnapshot())
  }

  function flush() {
    const facts = held
    held = []
    for (const fact of facts) write(...fact)
  }

  for (const [name, child] of Object.entries(first.children)) {
    if (child?.getSnapshot().status === 'active') running.set(name, undefined)
  }
  attachNow()

  function took(name: string): number | null {
    const startedAt = running.get(name)
    running.delete(name)
    return startedAt === undefined ? null : Math.round(now() - startedAt)
  }

  function onEvent(event: { readonly type: string }, source: string | null) {
    flush()
    const { type } = event
    const name = redactor.text(type)
    const id = onActorEvent(event) ?? onTimerEvent(type)
    if (id !== undefined) {
      current = { id, name }
      return
    }
    const { type: _type, ...payload } = event
    const shown = redactor.show(ownOf(events, type) ?? {}, payload)
    const sent = { type: 'event', name, source, target: null, payload: shown } as const
    current = { id: write(source === null ? 'user' : 'machine', sent), name }
  }

  function onActorEvent(event: object): number | undefined {
    const { type, actorId, output, error }: Record<string, unknown> = { ...event }
    if (typeof actorId !== 'string' || typeof type !== 'string') return undefined
    const rules = ownOf(actors, actorId) as Rules | undefined
    if (type.startsWith('xstate.done.actor.')) {
      const shown = redactor.show(rules?.output, output)
      const ms = took(actorId)
      const outcome = kindOf(shown)
      return write('machine', { type: 'actor.done', actor: actorId, outcome, output: shown, ms })
    }
    if (!type.startsWith('xstate.error.actor.')) return undefined
    const failure = toFailure(error)
    return write('machine', {
      type: 'actor.failed',
      actor: actorId,
      code: failure.code,
      // What the actor of a developer says of its failure nobody has listed.
      failure: redactor.show(rules ? failureRule : { code: 'show' }, failure),
      ms: took(actorId),
    })
  }

  function onTimerEvent(type: string): number | undefined {
    if (!type.startsWith(afterPrefix)) return undefined
    for (const [id, name] of timers) if (name === type) timers.delete(id)
    return write('machine', { type: 'timer.fired', name: timerName(type) })
  }

  function onMicrostep(
    { type }: { readonly type: string },
    next: Snapshot,
    transitions: readonly AnyTransitionDefinition[],
  ) {
    const leaf = pathOf(next as AuthSnapshot)
    if (transitions.length === 0 && !type.startsWith('xstate.')) onIgnored(type)
    for (const transition of transitions) {
      const id = write('machine', {
        type: 'transition',
        event: redactor.text(transition.eventType || 'always'),
        from: last.leaf,
        to: leaf,
        ...sourceOf(transition),
      })
      // Nothing is written down while the trace is paused.
      if (id > 0) onStep?.(id, next as AuthSnapshot)
    }
    if (transitions.length > 0) lastTaken = current
    onContext(next.context)
    last = { leaf, context: next.context }
    flush()
  }

  function onIgnored(type: string) {
    const isRepeated = lastTaken?.name === current.name && lastTaken.id !== current.id
    const before = isRepeated ? lastTaken?.id : undefined
    write('machine', {
      type: 'ignored',
      name: current.name,
      leaf: last.leaf,
      candidates: candidatesFor(actor, type),
      // What was taken while the trace was paused has no number.
      repeats: before || null,
    })
  }

  function onContext(after: object) {
    const before: Record<string, unknown> = { ...last.context }
    const changed = Object.entries(after).filter(([key, value]) => !Object.is(before[key], value))
    if (changed.length === 0) return
    const changes = changed.map(([key, value]) => {
      const rule = ownOf(context, key)
      const shown = redactor.show(rule, value)
      return [redactor.text(key), { before: redactor.show(rule, before[key]), after: shown }]
    })
    write('machine', { type: 'context', changes: Object.fromEntries(changes) })
  }

  function onAction({ type, params }: { readonly type: string; readonly params: unknown }) {
    const { id, sendId, input, event, delay }: Record<string, unknown> = Object(params)
    if (type === 'xstate.cancel') onCancel(String(sendId))
    else if (type === 'xstate.spawnChild' && typeof id === 'string') {
      running.set(id, now())
      const rules = ownOf(actors, id) as Rules | undefined
      const shown = redactor.show(rules?.input, input)
      held.push(['machine', { type: 'actor.started', actor: id, input: shown }])
    } else if (type === 'xstate.stopChild') {
      const { id: stopped }: { id?: unknown } = Object(params)
      if (typeof stopped !== 'string' || !running.has(stopped)) return
      held.push(['machine', { type: 'actor.stopped', actor: stopped, ms: took(stopped) }])
    } else if (type === 'xstate.emit') {
      const { type: name, ...payload }: { type?: unknown } = Object(event)
      const shown = redactor.show(ownOf(emitted, String(name)) ?? {}, payload)
      const told = { type: 'emitted', name: redactor.text(String(name)), payload: shown } as const
      held.push(['machine', told])
    } else if (type === 'xstate.raise' && typeof delay === 'number') {
      const raised: { type?: unknown } = Object(event)
      timers.set(String(id), String(raised.type))
      const name = timerName(String(raised.type))
      held.push(['machine', { type: 'timer.started', name, delayMs: delay }])
    }
  }

  function onCancel(id: string) {
    const name = timers.get(id)
    if (name === undefined) return
    timers.delete(id)
    held.push(['machine', { type: 'timer.cancelled', name: timerName(name) }])
  }

  function onCommand(event: { readonly type: string }, target: string) {
    if (event.type.startsWith('xstate.')) return
    const name = redactor.text(event.type)
    const { part }: Record<string, unknown> = { ...event }
    const payload = redactor.show({ part: 'show' }, part === undefined ? {} : { part })
    held.push(['machine', { type: 'event', name, source: 'auth', target, payload }])
  }

  function next(told: InspectionEvent) {
    const isRoot = told.actorRef === actor
    if (told.type === '@xstate.event') {
      const { sourceRef, actorRef, event } = told
      if (isRoot) onEvent(event, sourceRef && sourceRef !== actor ? nameOf(sourceRef) : null)
      else if (sourceRef === actor) onCommand(event, nameOf(actorRef))
    } else if (!isRoot) {
      return
    } else if (told.type === '@xstate.microstep') {
      onMicrostep(told.event, told.snapshot as Snapshot & typeof told.snapshot, told._transitions)
    } else if (told.type === '@xstate.action') {
      onAction(told.action)
    } else if (told.type === '@xstate.snapshot') {
      flush()
    }
  }

  const subscription = actor.system.inspect((told) => {
    try {
      next(told)
    } catch (error) {
      // In the middle of the chart's own step: it must not notice.
      held = []
      const { name } = error instanceof Error ? error : { name: 'unknown' }
      write('machine', { type: 'inspectorFailed', error: redactor.text(name) })
    }
  })
  return { attach: attachNow, stop: () => subscription.unsubscribe() }
}

const nameOf = (ref: object): string => ('id' in ref ? String(ref.id) : 'unknown')

function kindOf(output: Shown): string | null {
  const { kind }: { kind?: unknown } = Object(output)
  return typeof kind === 'string' ? kind : null
}

/** `xstate.after.resendCooldown.auth.confirmSignUp.editing.cooling` → without XState's own words. */
const timerName = (type: string) =>
  type.startsWith(afterPrefix) ? type.slice(afterPrefix.length) : type
