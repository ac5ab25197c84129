import { expect, test } from 'vitest'
import { planWalks } from '../../src/plan/plan-walks.ts'
import baseline from '../plan/baseline.json' with { type: 'json' }

test('the plan for pairs has the size that baseline.json has', () => {
  const { walks, covered } = planWalks({ cover: 'pairs' })
  const steps = walks.reduce((sum, walk) => sum + walk.steps.length, 0)
  expect({ walks: walks.length, steps, covered }).toEqual(baseline.plans.pairs)
}, 300_000)
