import { describe, expect, test } from 'vitest'
import { bareDriver } from '../../src/drivers/bare.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import type { Step } from '../../src/model/model.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { runWalk } from '../../src/run/run-walk.ts'
import { isAutofillOver, withAutofill } from '../support/with-autofill.ts'

const over = 'the list of the field is over'
const behaviour = withAutofill(authBehaviour)
const { model, walks, goals, missed } = planWalks({
  behaviour,
  cover: 'pairs',
  maxSteps: 100,
  cannotTake: (step) => (isAutofillOver(step) ? over : undefined),
})
const possible = (steps: readonly Step[]) => steps.filter((step) => !isAutofillOver(step))
const pairOf = (one: Step, next: Step) => `${one.transition} ⇒ ${next.transition}`

test('every transition comes after every other that it can follow', () => {
  const wanted = new Set(
    model.steps.flatMap((step) => possible(step.to.steps).map((next) => pairOf(step, next))),
  )
  const reached = new Set(
    walks.flatMap(({ steps }) =>
      steps.slice(1).map((step, index) => pairOf(steps[index] ?? step, step)),
    ),
  )
  expect(reached).toEqual(wanted)
  expect(missed.map(({ why }) => why)).toEqual([over, over])
  expect(goals - missed.length).toBe(wanted.size)
})

describe('on the bare actor', () => {
  const driver = bareDriver(behaviour)
  test.each(walks.map((walk) => [walk.title, walk] as const))('%s', async (_, walk) => {
    await runWalk(behaviour, walk, await driver.open())
  })
})
