import { describe, expect, test } from 'vitest'
import { bareDriver } from '../../src/drivers/bare.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import type { Step } from '../../src/model/model.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { runWalk } from '../../src/run/run-walk.ts'

const { model, walks, goals, missed, behaviour } = planWalks({ cover: 'pairs', maxSteps: 100 })
const pairOf = (one: Step, next: Step) => `${one.transition} ⇒ ${next.transition}`

test('every transition comes after every other that it can follow', () => {
  const wanted = new Set(
    model.steps.flatMap((step) => step.to.steps.map((next) => pairOf(step, next))),
  )
  const reached = new Set(
    walks.flatMap(({ steps }) =>
      steps.slice(1).map((step, index) => pairOf(steps[index] ?? step, step)),
    ),
  )
  expect(reached).toEqual(wanted)
  expect({ goals, missed }).toEqual({ goals: wanted.size, missed: [] })
})

describe('on the bare actor', () => {
  const driver = bareDriver(authBehaviour)
  test.each(walks.map((walk) => [walk.title, walk] as const))('%s', async (_, walk) => {
    await runWalk(behaviour, walk, await driver.open())
  })
})
