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
import type { Facts } from './facts.ts'
import { leafNode, pathOfNode } from './leaf.ts'
import type { Kind, Model, Place, Step } from './model.ts'
import { perBehaviour } from './per-behaviour.ts'

interface Candidate {
  readonly kind: Kind
  readonly event: EventObject
  readonly label: string
  readonly outcome?: Outcome
  readonly afterMs?: number
}

const actorEvent = /^xstate\.(?:done|error)\.actor\.(.+)$/

/**
 * Finds every step that a chart can take, by computing transitions: guards, actions and contexts are
 * the real ones, and nothing is executed. The model of a behaviour is cached.
 */
export const explore: (behaviour: Behaviour) => Model = perBehaviour((behaviour) => {
  const { machine, placeOf, everything } = openExplorer(behaviour, 0)
  const starts = behaviour.starts.map((start) => {
    const [snapshot] = initialTransition(machine, start.input)
    return { ...start, place: placeOf(snapshot, start.name) }
  })
  return { machine, starts, ...everything() }
})

/**
 * The model that begins at the snapshot of a running chart. A place is explored when its steps are
 * read, so a search for a near leaf is fast.
 *
 * @param now epoch ms, by which guards and timers are evaluated.
 */
export function exploreFrom(
  behaviour: Behaviour,
  snapshot: AnyMachineSnapshot,
  now = Date.now(),
): Model {
  const { machine, placeOf, everything } = openExplorer(behaviour, now)
  const { value, context, historyValue, status, children } = snapshot
  // Guards are looked up in the machine of the snapshot: it has to be the behaviour's.
  const resolved = machine.resolveState({ value, context, historyValue, status } as never)
  // Steps that send events to child actors need them.
  const begun = Object.assign(resolved, { children })
  const start = { name: 'the current state', input: undefined, snapshot: begun }
  return {
    machine,
    starts: [{ ...start, place: placeOf(begun) }],
    get places() {
      return everything().places
    },
    get steps() {
      return everything().steps
    },
  }
}

function openExplorer(behaviour: Behaviour, now: number) {
  const clock: ModelClock = { now }
  const machine = behaviour.machine(clock)
  const places = new Map<string, Place>()

  function placeOf(snapshot: AnyMachineSnapshot, start?: string): Place {
    const leaf = pathOfNode(leafNode(snapshot))
    const facts = new Set(behaviour.factsOf(snapshot, clock.now, leaf).filter((fact) => !!fact))
    const more = [...facts, ...(start ? [start] : [])].join(', ')
    const id = more ? `${leaf} (${more})` : leaf
    const known = places.get(id)
    if (known) return known
    const reachedAt = clock.now
    let steps: Step[] | undefined
    const place: Place = {
      id,
      leaf,
      facts: facts as Facts,
      snapshot,
      isStart: start !== undefined,
      get steps() {
        steps ??= stepsFrom(place, reachedAt)
        return steps
      },
    }
    places.set(id, place)
    return place
  }

  function stepsFrom(place: Place, reachedAt: number): Step[] {
    clock.now = reachedAt
    const rejected = new Map<string, Place>()
    return candidatesOf(place.snapshot).flatMap((candidate) => take(place, candidate, rejected))
  }

  function everything(): Pick<Model, 'places' | 'steps'> {
    const steps: Step[] = []
    // Reading the steps of a place adds the places that they lead to.
    for (const place of places.values()) steps.push(...place.steps)
    return { places: [...places.values()], steps }
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
    const kind = behaviour.isExternal(type) ? 'external' : 'action'
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

  function take(from: Place, candidate: Candidate, rejected: Map<string, Place>): readonly Step[] {
    const { event, kind } = candidate
    const branches = machine.getTransitionData(from.snapshot, event)
    if (branches.length === 0) return []
    const branch = branches.map(nameOfBranch).join(' and ')
    // All rejections of one branch lead to one place: the first is followed.
    const known = candidate.outcome?.rejection && rejected.get(branch)
    const to = known ?? follow(from, candidate)
    if (candidate.outcome?.rejection) rejected.set(branch, to)
    const fact = kind === 'outcome' ? branch : `${candidate.label} ${numberOf(branches)}`.trim()
    const transition = `${from.leaf} — ${fact} → ${to.leaf}`
    return [{ ...candidate, from, to, branch, transition }]
  }

  return { machine, placeOf, everything }
}

function ended(outcome: Outcome, now: number): Candidate {
  const { actor, name, output, rejection } = outcome
  const event = rejection
    ? { type: `xstate.error.actor.${actor}`, error: toError(rejection), actorId: actor }
    : { type: `xstate.done.actor.${actor}`, output: output?.(now), actorId: actor }
  return { kind: 'outcome', event, label: `${actor}: ${name}`, outcome }
}

const numberIn = (definition: AnyTransitionDefinition): number =>
  definition.source.transitions.get(definition.eventType)?.indexOf(definition) ?? 0

function nameOfBranch(definition: AnyTransitionDefinition): string {
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
