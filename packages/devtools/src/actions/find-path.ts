import { authBehaviour, type Outcome, outcomes } from '@authchart/testing'
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyTransitionDefinition,
  type EventObject,
  getNextTransitions,
  transition,
} from 'xstate'
import { isAnswerable } from '../fake-cognito/actor-outcomes.ts'

/** One step of a way through the chart. */
export interface WayStep {
  /** `signIn.submit`, `signIn answers SMS_MFA`. */
  readonly label: string
  /** Leaves. */
  readonly from: string
  readonly to: string
  readonly event: EventObject
  /** How the request ends that is under way in `from`; absent where the user acts. */
  readonly outcome?: Outcome
}

interface Place {
  readonly snapshot: AnyMachineSnapshot
  readonly leaf: string
  readonly way: readonly WayStep[]
}

type Candidate = Pick<WayStep, 'label' | 'event' | 'outcome'>

const actorEvent = /^xstate\.(?:done|error)\.actor\.(.+)$/
const timerEvent = /^xstate\.after\.([^.]+)\./

/** Ended by the browser itself, without a request. */
const byItself: ReadonlySet<string> = new Set(['endSession: success'])

/** Leads past the form that has the password, so that no sign-in can follow by itself. */
const withoutPassword: ReadonlySet<string> = new Set(['go.confirmSignUp'])

/** From the best to the worst: what is refused comes after what is not, and waiting after both. */
type Manner = 'plain' | 'refused' | 'waited'

/**
 * The steps from a snapshot to a leaf: what users send, with example payloads, and answers of the
 * catalogue. Ways without waiting and with few refusals come first, then short ones. Guards and
 * contexts are the real ones; nothing is executed. `undefined`: there is no such way.
 */
export function findWay(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  target: string,
): readonly WayStep[] | undefined {
  const now = Date.now()
  const all: Place[] = []
  const seen = new Set<string>()

  /** Places that were not seen yet, one step on. */
  function* next({ snapshot, leaf, way }: Place, manner: Manner): Generator<Place> {
    const branches = new Set<string>()
    for (const candidate of candidatesOf(snapshot, now, manner)) {
      const taken = machine.getTransitionData(snapshot, candidate.event)
      // What is refused in other words leads to the same place.
      const branch = taken.map(nameOf).join()
      if (taken.length === 0 || (manner === 'refused' && branches.has(branch))) continue
      branches.add(branch)
      const [to] = transition(machine, snapshot, candidate.event)
      const id = keyOf(to, now)
      if (seen.has(id)) continue
      seen.add(id)
      const step = { ...candidate, from: leaf, to: leafOf(to) }
      yield { snapshot: to, leaf: step.to, way: [...way, step] }
    }
  }

  const onwards = (places: readonly Place[], manner: Manner) =>
    places.flatMap((place) => [...next(place, manner)])

  let fresh: readonly Place[] = [{ snapshot, leaf: leafOf(snapshot), way: [] }]
  while (fresh.length > 0) {
    const reached = [...fresh]
    for (const place of reached) {
      if (place.leaf === target) return place.way
      reached.push(...next(place, 'plain'))
    }
    all.push(...reached)
    fresh = onwards(reached, 'refused')
    if (fresh.length === 0) fresh = onwards(all, 'waited')
  }
  return undefined
}

function* candidatesOf(
  snapshot: AnyMachineSnapshot,
  now: number,
  manner: Manner,
): Generator<Candidate> {
  const types = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType))
  const asked = new Set<string>()
  for (const type of types) {
    const actor = actorEvent.exec(type)?.[1]
    const delay = timerEvent.exec(type)?.[1]
    if (actor) asked.add(actor)
    else if (delay && manner === 'waited') yield { label: `after ${delay}`, event: { type } }
    else if (
      manner === mannerOf(type) &&
      !type.startsWith('xstate.') &&
      !authBehaviour.isNews(type)
    ) {
      const payloads = authBehaviour.payloads[type] ?? [{}]
      yield* payloads.map((payload) => ({ label: type, event: { ...payload, type } }))
    }
  }
  for (const outcome of outcomes) {
    if (!asked.has(outcome.actor) || manner !== (outcome.refusal ? 'refused' : 'plain')) continue
    const { actor, name } = outcome
    if (isAnswerable(outcome)) yield { ...ended(outcome, now), outcome }
    else if (byItself.has(`${actor}: ${name}`)) yield ended(outcome, now)
  }
}

const mannerOf = (type: string): Manner => (withoutPassword.has(type) ? 'refused' : 'plain')

function ended({ actor, name, output, refusal }: Outcome, now: number): Candidate {
  if (!refusal) {
    const event = { type: `xstate.done.actor.${actor}`, output: output?.(now), actorId: actor }
    return { label: `${actor} answers ${name}`, event }
  }
  const { message, type, thrown = type } = refusal
  const error = Object.assign(new Error(message), { name: thrown })
  const event = { type: `xstate.error.actor.${actor}`, error, actorId: actor }
  return { label: `${actor} fails: ${name}`, event }
}

const nameOf = (taken: AnyTransitionDefinition): string =>
  `${taken.source.id} ${taken.eventType} ${taken.source.transitions.get(taken.eventType)?.indexOf(taken)}`

/** Two snapshots of one key behave alike. */
function keyOf(snapshot: AnyMachineSnapshot, now: number): string {
  const leaf = leafOf(snapshot)
  return `${leaf} ${authBehaviour.factsOf(snapshot, now, leaf).filter(Boolean)}`
}

/** The active leaf: a chart that is inspected is not parallel. */
function leafOf({ _nodes }: AnyMachineSnapshot): string {
  const deepest = Math.max(..._nodes.map(({ path }) => path.length))
  return _nodes.find(({ path }) => path.length === deepest)?.path.join('.') ?? ''
}
