import { authBehaviour } from '../model/auth-behaviour.ts'
import type { Behaviour } from '../model/behaviour.ts'
import type { Step } from '../model/model.ts'
import { withVault } from '../model/with-vault.ts'
import { shardOf, withinBudget } from '../plan/costs.ts'
import type { Aim } from '../plan/criterion.ts'
import { planJourneys } from '../plan/plan-journeys.ts'
import { type Plan, planWalks } from '../plan/plan-walks.ts'
import type { Walk } from '../plan/walk.ts'
import { learnedCosts } from './walk-record.ts'

export interface WalkChoice {
  /**
   * What has to be covered, or `journeys`: the typical user stories, without those that the chart or the driver
   * cannot take. By default `transitions`.
   */
  readonly cover?: Aim
  /** A chart of your own, see `extendBehaviour`. */
  readonly behaviour?: Behaviour
  /** The steps that have to be covered, e.g. those of the app's own; by default all. Not with `pairs` and `journeys`. */
  readonly only?: (step: Step) => boolean
  /** The most steps of a walk; by default 40. */
  readonly maxSteps?: number
  /** No more walks than fit into this time, by what the last run took, in s. */
  readonly budgetSeconds?: number
  /** One part of several, `{ index: 1, count: 3 }`, all of about the same cost. */
  readonly shard?: { readonly index: number; readonly count: number }
  /** How often a failing walk is taken again to find the shortest that still fails; by default 0. */
  readonly shrink?: number
  /** Where results, replays and costs are stored; by default `authchart-walks`. */
  readonly out?: string
}

export const walkOptions = [
  'cover',
  'behaviour',
  'only',
  'maxSteps',
  'budgetSeconds',
  'shard',
  'shrink',
  'out',
]

export const defaultFolder = 'authchart-walks'

/**
 * The walks of a run: planned for a driver, then those of this shard that fit into the time.
 *
 * @throws RangeError where a number of the choice makes no sense.
 */
export function chooseWalks(
  choice: WalkChoice,
  driver: {
    readonly cannotTake?: (step: Step) => string | undefined
    readonly costOf?: (step: Step) => number
  },
): { readonly plan: Plan; readonly walks: readonly Walk[] } {
  const { cover = 'transitions', budgetSeconds, shard, out = defaultFolder } = choice
  const { shrink = 0 } = choice
  if (budgetSeconds !== undefined && !(budgetSeconds > 0)) {
    throw new RangeError(`budgetSeconds is a number above 0, not ${budgetSeconds}.`)
  }
  if (!Number.isInteger(shrink) || shrink < 0) {
    throw new RangeError(`shrink is a whole number from 0, not ${shrink}.`)
  }
  const behaviour = withVault(choice.behaviour ?? authBehaviour)
  const plan =
    cover === 'journeys'
      ? planJourneys(behaviour, driver.cannotTake)
      : planWalks({
          behaviour,
          cover,
          ...(choice.only && { only: choice.only }),
          ...(choice.maxSteps !== undefined && { maxSteps: choice.maxSteps }),
          ...driver,
        })
  const costs = learnedCosts(out)
  const mine = shard ? shardOf(plan.walks, shard, costs) : plan.walks
  const walks =
    budgetSeconds !== undefined ? withinBudget(mine, budgetSeconds * 1_000, costs) : mine
  return { plan, walks }
}
