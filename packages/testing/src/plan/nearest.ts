import type { Place, Step } from '../model/model.ts'

interface Way {
  readonly place: Place
  readonly last: Step | undefined
  readonly before: Way | undefined
  readonly length: number
}

export interface Search {
  readonly isWanted: (step: Step) => boolean
  /** In steps; a way is the cheapest, and costs are small whole numbers. */
  readonly costOf: (step: Step) => number
  readonly maxSteps: number
  /** Why a step cannot be taken, for steps that cannot. */
  readonly refuses?: ((step: Step) => string | undefined) | undefined
}

export interface Found {
  readonly steps: readonly Step[]
  readonly cost: number
}

/** The cheapest way from a place to a wanted step, that step included. */
export function nearest(from: Place, search: Search): Found | undefined {
  const { isWanted, costOf, maxSteps, refuses } = search
  const reached = new Set<Place>()
  const queue: Way[][] = [[{ place: from, last: undefined, before: undefined, length: 0 }]]
  let best: Found | undefined
  for (let cost = 0; cost < queue.length; cost += 1) {
    if (best && best.cost <= cost) return best
    for (const way of queue[cost] ?? []) {
      if (reached.has(way.place) || way.length >= maxSteps) continue
      reached.add(way.place)
      for (const step of way.place.steps) {
        if (refuses?.(step)) continue
        const next = { place: step.to, last: step, before: way, length: way.length + 1 }
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

function stepsOf(way: Way): readonly Step[] {
  const steps: Step[] = []
  for (let at: Way | undefined = way; at?.last; at = at.before) steps.unshift(at.last)
  return steps
}
