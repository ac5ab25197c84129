import type { Criterion } from '../../src/plan/criterion.ts'
import { type Plan, planWalks } from '../../src/plan/plan-walks.ts'

const plans = new Map<Criterion, Plan>()

/** The plan of the shipped chart for a criterion, made once for all test files of a worker. */
export function planOf(cover: Criterion): Plan {
  const plan = plans.get(cover) ?? planWalks({ cover })
  plans.set(cover, plan)
  return plan
}
