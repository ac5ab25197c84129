import {
  type AnyMachineSnapshot,
  type AnyTransitionDefinition,
  type EventObject,
  getNextTransitions,
  initialTransition,
  transition,
} from 'xstate'
import { type Outcome, toError } from '../catalogue/outcome.ts'
import type { Behaviour, ModelClock } from './behaviour.ts'
import { dueTimer } from './due-timer.ts'
import { leafNode, pathOfNode } from './leaf.ts'
import type { Kind, Model, Place, Step } from './model.ts'

interface Candidate {
  readonly kind: Kind
  readonly event: EventObject
  readonly label: string
  readonly outcome?: Outcome
  readonly afterMs?: number
}

const actorEvent = /^xstate\.(?:done|error)\.actor\.(.+)$/

const models = new WeakMap<Behaviour, Model>()

/**
 * Every step that a chart can take, found by taking it: guards, actions and contexts are the real
 * ones, and nothing is executed. The same behaviour gives the same model, which is looked up once.
 */
export function explore(behaviour: Behaviour): Model {
  const known = models.get(behaviour) ?? lookUp(behaviour)
  models.set(behaviour, known)
  return known
}

function lookUp(behaviour: Behaviour): Model {
  const clock: ModelClock = { now: 0 }
  const machine = behaviour.machine(clock)
  const places = new Map<string, Place & { now: number }>()
  const steps: Step[] = []

  function placeOf(snapshot: AnyMachineSnapshot, start?: string): Place {
    const leaf = pathOfNode(leafNode(snapshot))
    const more = [behaviour.tellApart(snapshot, clock.now, leaf), start].filter(Boolean).join(', ')
    const id = more ? `${leaf} (${more})` : leaf
    const known = places.get(id)
    if (known) return known
    const place = { id, leaf, snapshot, steps: [], now: clock.now, isStart: start !== undefined }
    places.set(id, place)
    return place
  }

  function candidatesOf(snapshot: AnyMachineSnapshot): readonly Candidate[] {
    const types = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType))
    const ending = new Set<string>()
    const candidates: Candidate[] = []
    for (const type of types) {
      const actor = actorEvent.exec(type)?.[1]
      if (actor) ending.add(actor)
      else if (!type.startsWith('xstate.') && type !== '') candidates.push(...sent(type))
    }
    for (const outcome of behaviour.outcomes) {
      if (ending.has(outcome.actor)) candidates.push(ended(outcome, clock.now))
    }
    const timer = dueTimer(snapshot)
    return timer ? [...candidates, timer] : candidates
  }

  function sent(type: string): readonly Candidate[] {
    const kind = behaviour.isNews(type) ? 'news' : 'action'
    const payloads = behaviour.payloads[type] ?? [{}]
    return payloads.map((payload, index) => ({
      kind,
      event: { ...payload, type },
      label: payloads.length > 1 ? `${type} ${index + 1}` : type,
    }))
  }

  function follow(from: Place, { event, afterMs = 0 }: Candidate): Place {
    const { now } = clock
    clock.now += afterMs
    const [next] = transition(machine, from.snapshot, event)
    const to = placeOf(next)
    clock.now = now
    return to
  }

  function take(from: Place, candidate: Candidate, refused: Map<string, Place>): void {
    const { event, kind } = candidate
    const branches = machine.getTransitionData(from.snapshot, event)
    if (branches.length === 0) return
    const branch = branches.map(nameOfBranch).join(' and ')
    // What an actor throws is told and not looked at again: one branch leads to one place.
    const known = candidate.outcome?.refusal && refused.get(branch)
    const to = known ?? follow(from, candidate)
    if (candidate.outcome?.refusal) refused.set(branch, to)
    const told = kind === 'outcome' ? branch : `${candidate.label} ${numberOf(branches)}`.trim()
    const step = {
      ...candidate,
      from,
      to,
      branch,
      transition: `${from.leaf} — ${told} → ${to.leaf}`,
    }
    from.steps.push(step)
    steps.push(step)
  }

  const starts = behaviour.starts.map((start) => {
    const [snapshot] = initialTransition(machine, start.input)
    return { ...start, place: placeOf(snapshot, start.name) }
  })
  for (const place of places.values()) {
    clock.now = place.now
    const refused = new Map<string, Place>()
    for (const candidate of candidatesOf(place.snapshot)) take(place, candidate, refused)
  }
  return { machine, starts, places: [...places.values()], steps }
}

function ended(outcome: Outcome, now: number): Candidate {
  const { actor, name, output, refusal } = outcome
  const event = refusal
    ? { type: `xstate.error.actor.${actor}`, error: toError(refusal), actorId: actor }
    : { type: `xstate.done.actor.${actor}`, output: output?.(now), actorId: actor }
  return { kind: 'outcome', event, label: `${actor}: ${name}`, outcome }
}

const numberIn = (definition: AnyTransitionDefinition): number =>
  definition.source.transitions.get(definition.eventType)?.indexOf(definition) ?? 0

const nameOfBranch = (definition: AnyTransitionDefinition): string => {
  const alternatives = definition.source.transitions.get(definition.eventType)?.length ?? 1
  const number = alternatives > 1 ? ` ${numberIn(definition) + 1}` : ''
  return `${pathOfNode(definition.source)} ${definition.eventType}${number}`
}

/** Which of several branches for one event, where there are several. */
const numberOf = (definitions: readonly AnyTransitionDefinition[]): string =>
  definitions
    .filter(({ source, eventType }) => (source.transitions.get(eventType)?.length ?? 1) > 1)
    .map((definition) => `#${numberIn(definition) + 1}`)
    .join(' ')
