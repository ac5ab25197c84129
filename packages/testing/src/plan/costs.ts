import type { Walk } from './walk.ts'

/** How long things took in the last run, in ms: learned, so that the next plan can keep to a time. */
export interface Costs {
  /** To open the app for a walk. */
  readonly session: number
  /** By kind of step. */
  readonly steps: Readonly<Record<string, number>>
}

/** Before anything was measured: about what a browser takes. */
export const guessedCosts: Costs = {
  session: 400,
  steps: { action: 80, outcome: 60, external: 150, timer: 40 },
}

/** What a walk will take, in ms. */
export function costOfWalk({ steps }: Walk, costs: Costs = guessedCosts): number {
  return costs.session + steps.reduce((sum, { kind }) => sum + (costs.steps[kind] ?? 0), 0)
}

/** The walks that fit into a time (ms), in the order of their plan: the ones that reach most come first. */
export function withinBudget(
  walks: readonly Walk[],
  budgetMs: number,
  costs: Costs = guessedCosts,
): readonly Walk[] {
  let left = budgetMs
  return walks.filter((walk) => {
    const cost = costOfWalk(walk, costs)
    if (cost > left) return false
    left -= cost
    return true
  })
}

/**
 * The walks of one of `count` shards (`index` from 1), all of about the same cost.
 *
 * @throws RangeError where there is no such shard.
 */
export function shardOf(
  walks: readonly Walk[],
  { index, count }: { readonly index: number; readonly count: number },
  costs: Costs = guessedCosts,
): readonly Walk[] {
  const isOneOfThem = Number.isInteger(count) && Number.isInteger(index) && index >= 1
  if (!isOneOfThem || index > count) {
    throw new RangeError(
      `There is no shard ${index} of ${count}: the index is a whole number from 1 to the count.`,
    )
  }
  const shards = Array.from({ length: count }, () => ({ cost: 0, walks: new Set<Walk>() }))
  const dearest = [...walks].sort((one, other) => costOfWalk(other, costs) - costOfWalk(one, costs))
  for (const walk of dearest) {
    const lightest = shards.reduce((one, other) => (other.cost < one.cost ? other : one))
    lightest.cost += costOfWalk(walk, costs)
    lightest.walks.add(walk)
  }
  return walks.filter((walk) => shards[index - 1]?.walks.has(walk))
}
