import type { Place, Step } from '../model/model.ts'

interface Path {
  readonly place: Place
  readonly last: Step | undefined
  readonly before: Path | undefined
  readonly length: number
}

export interface Search {
  readonly isWanted: (step: Step) => boolean
  /** In steps; a way is the cheapest, and costs are small whole numbers. */
  readonly costOf: (step: Step) => number
  readonly maxSteps: number
  /** The steps of a place that make a difference; by default all. */
  readonly stepsIn?: (place: Place) => readonly Step[]
  /** Why a step cannot be taken, for steps that cannot. */
  readonly cannotTake?: ((step: Step) => string | undefined) | undefined
}

export interface Found {
  readonly steps: readonly Step[]
  readonly cost: number
}

/** The cheapest path from a place to a wanted step, that step included. */
export function nearest(from: Place, search: Search): Found | undefined {
  const { isWanted, costOf, maxSteps, cannotTake, stepsIn = ({ steps }) => steps } = search
  const reached = new Set<Place>()
  const queue: Path[][] = [[{ place: from, last: undefined, before: undefined, length: 0 }]]
  let best: Found | undefined
  for (let cost = 0; cost < queue.length; cost += 1) {
    if (best && best.cost <= cost) return best
    for (const path of queue[cost] ?? []) {
      if (reached.has(path.place) || path.length >= maxSteps) continue
      reached.add(path.place)
      for (const step of stepsIn(path.place)) {
        if (cannotTake?.(step)) continue
        const next = { place: step.to, last: step, before: path, length: path.length + 1 }
        const total = cost + costOf(step)
        if (isWanted(step) && (!best || total < best.cost)) {
          best = { steps: stepsOf(next), cost: total }
        } else if (!reached.has(step.to)) {
          queue[total] ??= []
          queue[total].push(next)
        }
      }
    }
  }
  return best
}

function stepsOf(path: Path): readonly Step[] {
  const steps: Step[] = []
  for (let at: Path | undefined = path; at?.last; at = at.before) steps.unshift(at.last)
  return steps
}
