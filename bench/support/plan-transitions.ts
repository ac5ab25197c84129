/** The walks that cover the transitions of the chart, by our planner and by the path generators of `xstate/graph`. */
import type { AnyMachineSnapshot, EventObject } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { authBehaviour } from '../../packages/testing/src/model/auth-behaviour.ts'
import { explore } from '../../packages/testing/src/model/explore.ts'
import type { Model, Step } from '../../packages/testing/src/model/model.ts'
import { planWalks } from '../../packages/testing/src/plan/plan-walks.ts'

export interface Planned {
  readonly sessions: number
  /** For each transition that is covered. */
  readonly stepsEach: number
  /** The share of the transitions that are covered, 0 to 1. */
  readonly covered: number
  readonly ms: number
}

export function planned(): Planned {
  const begun = performance.now()
  const { walks } = planWalks({ cover: 'transitions' })
  const ms = performance.now() - begun
  const steps = walks.flatMap(({ steps }) => steps)
  const all = transitionsOf(explore(authBehaviour).steps)
  const reached = transitionsOf(steps).size
  return {
    sessions: walks.length,
    stepsEach: steps.length / reached,
    covered: reached / all.size,
    ms,
  }
}

/**
 * `xstate/graph`, given all that our model knows: which events and outcomes are possible where, with their payloads, and
 * what distinguishes states. From the first start; it has no others.
 */
export function shortestPaths(): Planned {
  const begun = performance.now()
  const model = explore(authBehaviour)
  const { machine, starts } = model
  const [start] = starts
  if (!start) throw new Error('No start')
  // Their snapshots are new ones each time: what led to one first identifies its place.
  const placeOf = new WeakMap<object, Model['places'][number]>([
    [start.place.snapshot, start.place],
  ])
  const stepOf = (snapshot: AnyMachineSnapshot, event: EventObject): Step | undefined =>
    placeOf.get(snapshot)?.steps.find((step) => step.label === labelOf(event))
  const paths = getShortestPaths(machine, {
    input: start.input,
    fromState: start.place.snapshot,
    events: (snapshot) => placeOf.get(snapshot)?.steps.map(labelled) ?? [],
    serializeState: (snapshot, event, previous) => {
      const place = placeOf.get(snapshot) ?? (event && previous && stepOf(previous, event)?.to)
      if (!place) throw new Error('An unknown state')
      placeOf.set(snapshot, place)
      return place.id
    },
    // Events alike in type differ in what they carry: the default serialises all of it, or throws.
    serializeEvent: labelOf,
  })
  const covered: Step[] = []
  let steps = 0
  for (const path of paths) {
    // A path of theirs begins with an event that stands for the start.
    const taken = path.steps.filter(({ event }) => event.type !== 'xstate.init')
    steps += taken.length
    let at = start.place
    for (const { event } of taken) {
      const step = at.steps.find((step) => step.label === labelOf(event))
      if (!step) break
      covered.push(step)
      at = step.to
    }
  }
  const reached = transitionsOf(covered).size
  return {
    sessions: paths.length,
    stepsEach: steps / reached,
    covered: reached / transitionsOf(model.steps).size,
    ms: performance.now() - begun,
  }
}

const transitionsOf = (steps: readonly Step[]) => new Set(steps.map(({ transition }) => transition))

const labels = new WeakMap<EventObject, string>()

function labelled({ event, label }: Step): EventObject {
  labels.set(event, label)
  return event
}

const labelOf = (event: EventObject): string => labels.get(event) ?? event.type
