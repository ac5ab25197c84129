import { asRunning } from '../model/as-running.ts'
import { authBehaviour } from '../model/auth-behaviour.ts'
import type { Behaviour } from '../model/behaviour.ts'
import type { Step } from '../model/model.ts'
import { shardOf, withinBudget } from '../plan/costs.ts'
import type { Criterion } from '../plan/criterion.ts'
import { journeys } from '../plan/journeys.ts'
import { type Plan, planWalks } from '../plan/plan-walks.ts'
import { walkOf } from '../plan/replay.ts'
import type { Walk } from '../plan/walk.ts'
import { learnedCosts } from './walk-record.ts'

export interface WalkChoice {
  /** What has to be reached, or the stories that users tell; `transitions` unless told. */
  readonly cover?: Criterion | 'journeys'
  /** A chart of your own, see `extendBehaviour`. */
  readonly behaviour?: Behaviour
  /** No session has more steps; 40 unless told. */
  readonly maxSteps?: number
  /** No more walks than fit into this time, by what the last run took, in s. */
  readonly budgetSeconds?: number
  /** One part of several, `{ index: 1, count: 3 }`, all of about the same cost. */
  readonly shard?: { readonly index: number; readonly count: number }
  /** Failing walks are taken again, so many times at most, to find the shortest that still fails; 0 unless told. */
  readonly shrink?: number
  /** Where results, replays and costs are kept; `authchart-walks` unless told. */
  readonly out?: string
}

export const defaultFolder = 'authchart-walks'

/** The walks of a run: planned for a driver, then those of this shard that fit into the time. */
export function chooseWalks(
  choice: WalkChoice,
  driver: {
    readonly refuses?: (step: Step) => string | undefined
    readonly costOf?: (step: Step) => number
  },
): { readonly plan: Plan; readonly walks: readonly Walk[] } {
  const { cover = 'transitions', budgetSeconds, shard, out = defaultFolder } = choice
  const behaviour = asRunning(choice.behaviour ?? authBehaviour)
  const planned = planWalks({
    behaviour,
    cover: cover === 'journeys' ? 'states' : cover,
    ...(choice.maxSteps && { maxSteps: choice.maxSteps }),
    ...driver,
  })
  const plan =
    cover === 'journeys'
      ? { ...planned, walks: journeys.map((journey) => walkOf(planned.model, journey)) }
      : planned
  const costs = learnedCosts(out)
  const mine = shard ? shardOf(plan.walks, shard, costs) : plan.walks
  const walks = budgetSeconds ? withinBudget(mine, budgetSeconds * 1_000, costs) : mine
  return { plan, walks }
}
