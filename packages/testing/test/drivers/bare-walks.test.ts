import { describe, expect, test } from 'vitest'
import { bareDriver } from '../../src/drivers/bare.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import type { Criterion } from '../../src/plan/criterion.ts'
import { journeys } from '../../src/plan/journeys.ts'
import { walkOf } from '../../src/plan/replay.ts'
import { runWalk } from '../../src/run/run-walk.ts'
import { planOf } from '../support/plan-of.ts'

const driver = bareDriver(authBehaviour)

const criteria: readonly Criterion[] = ['states', 'transitions', 'outcomes']

describe.each(criteria)('%s', (cover) => {
  const plan = planOf(cover)

  test.each(plan.walks.map((walk) => [walk.title, walk] as const))('%s', async (_, walk) => {
    await runWalk(plan.behaviour, walk, await driver.open())
  })

  test('all are reached', () => {
    expect(plan.missed).toEqual([])
    expect(plan.covered).toBe(plan.goals)
  })
})

describe('journeys', () => {
  const { model, behaviour } = planOf('states')

  test.each(journeys.map((journey) => [journey.title, journey] as const))(
    '%s',
    async (_, journey) => {
      const walk = walkOf(model, journey)
      await runWalk(behaviour, walk, await driver.open())
      expect(['signedIn.idle', 'signIn.editing']).toContain(walk.steps.at(-1)?.to.leaf)
    },
  )
})
