import { createHash } from 'node:crypto'
import { authMachine } from '@authchart/machine/xstate'
import { expect, test } from 'vitest'
import { planOf } from '../support/plan-of.ts'
import baseline from './baseline.json' with { type: 'json' }

// If one of these fails, the chart has changed: update baseline.json in the same commit and say why.

test('the definition of the chart is the one that baseline.json has', () => {
  const definition = JSON.stringify(authMachine.definition, (_key, value) =>
    typeof value === 'function' ? 'function' : value,
  )
  expect(createHash('sha256').update(definition).digest('hex')).toBe(baseline.definition)
})

test.each(['states', 'transitions', 'outcomes'] as const)(
  'the plan for %s has the size that baseline.json has',
  { timeout: 90_000 },
  (cover) => {
    const { walks, covered } = planOf(cover)
    const steps = walks.reduce((sum, walk) => sum + walk.steps.length, 0)
    expect({ walks: walks.length, steps, covered }).toEqual(baseline.plans[cover])
  },
)
