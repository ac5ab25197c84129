import type { Model, Place, Step } from '../model/model.ts'
import type { Ledger } from './criterion.ts'
import { type Found, nearest } from './nearest.ts'

type Start = Model['starts'][number]

export interface UntitledWalk {
  readonly start: Start
  readonly steps: readonly Step[]
}

export interface CoverOptions {
  /** The most steps of a walk. */
  readonly maxSteps: number
  /** What a step costs: a small whole number, at least 1. */
  readonly costOf: (step: Step) => number
}

/**
 * Walks that take everything on the ledger: from the current place, the nearest step that reaches
 * something new, until the walk is full or a fresh one is nearer to the rest.
 */
export function cover({ starts }: Model, ledger: Ledger, options: CoverOptions): UntitledWalk[] {
  const { maxSteps, costOf } = options
  const walks: UntitledWalk[] = []
  const stepsIn = distinctSteps(ledger, costOf)

  function next(at: Start['place'], previous: Step | undefined, left: number): Found | undefined {
    // What follows at once is looked for first: of pairs, half has been reached already.
    const follower = previous && stepsIn(at).find((step) => ledger.isNew(step, previous))
    if (follower && left > 0) return { steps: [follower], cost: costOf(follower) }
    return nearest(at, { isWanted: ledger.isWanted, costOf, maxSteps: left, stepsIn })
  }

  function append(steps: Step[], more: readonly Step[]): void {
    for (const step of more) {
      ledger.take(step, steps.at(-1))
      steps.push(step)
    }
  }

  function begin(): UntitledWalk | undefined {
    const [first] = starts
      .flatMap((start) => {
        const found = next(start.place, undefined, maxSteps)
        return found ? [{ start, found }] : []
      })
      .sort((one, other) => one.found.cost - other.found.cost)
    if (!first) return undefined
    const steps: Step[] = []
    for (let found: Found | undefined = first.found; found; ) {
      append(steps, found.steps)
      const last: Step | undefined = steps.at(-1)
      found = last && next(last.to, last, maxSteps - steps.length)
    }
    return { start: first.start, steps }
  }

  for (let walk = begin(); walk; walk = begin()) walks.push(walk)
  return walks
}

/** The first of steps that count for the same, lead to the same place and cost the same: most rejections do. */
function distinctSteps(
  { goalOf }: Pick<Ledger, 'goalOf'>,
  costOf: CoverOptions['costOf'],
): (place: Place) => readonly Step[] {
  const known = new Map<Place, readonly Step[]>()
  return (place) => {
    const found = known.get(place)
    if (found) return found
    const first = new Map<string, Step>()
    for (const step of place.steps) {
      const alike = `${costOf(step)} ${goalOf(step)} ${step.to.id}`
      if (!first.has(alike)) first.set(alike, step)
    }
    const steps = [...first.values()]
    known.set(place, steps)
    return steps
  }
}
