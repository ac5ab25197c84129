import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareDriver } from '../../src/drivers/bare.ts'
import { shrinkTaken } from '../../src/integrations/shrink-taken.ts'
import { takeWalk } from '../../src/integrations/take-walk.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import type { Behaviour } from '../../src/model/behaviour.ts'
import { randomWalks } from '../../src/plan/random-walks.ts'
import { walkOf } from '../../src/plan/replay.ts'
import type { Walk } from '../../src/plan/walk.ts'
import { coverageOf } from '../../src/report/coverage-of.ts'
import { resultOf } from '../../src/report/walk-result.ts'
import { runWalk } from '../../src/run/run-walk.ts'
import { shrinkWalk } from '../../src/run/shrink-walk.ts'
import { WalkError } from '../../src/run/walk-error.ts'
import { planOf } from '../support/plan-of.ts'

/** A chart that forgets to forget: the error of the last attempt stays. That is to be found. */
const broken: Behaviour = {
  ...authBehaviour,
  machine: (clock) =>
    authBehaviour.machine(clock).provide({ actions: { clearMessages: () => undefined } }),
}

/** Takes walks of the right chart on the broken one. */
async function failsAt(walk: Walk): Promise<number | undefined> {
  try {
    await runWalk(authBehaviour, walk, await bareDriver(broken).open())
    return undefined
  } catch (error) {
    if (!(error instanceof WalkError)) throw error
    return error.index
  }
}

test('a failing walk shrinks to the shortest that still fails', async () => {
  const { walks } = planOf('outcomes')
  let failing: Walk | undefined
  for (const walk of walks) if (!failing && (await failsAt(walk)) !== undefined) failing = walk
  if (!failing) throw new Error('The fault was not found')
  const shortest = await shrinkWalk(failing, failsAt)
  expect(shortest.steps.length).toBeLessThan(failing.steps.length)
  expect(shortest.steps.length).toBeLessThanOrEqual(6)
  expect(await failsAt(shortest)).toBe(shortest.steps.length - 1)
})

test('a test of a walk may report the shortest walk that fails in the same way', async () => {
  const driver = bareDriver(broken)
  const plan = planOf('outcomes')
  const taken = await Promise.all(
    plan.walks.map(async (walk) => takeWalk(authBehaviour, walk, await driver.open())),
  )
  const failed = taken.find(({ error }) => error && error.index > 6)
  if (!failed?.error) throw new Error('The fault was not found')
  const { error: first } = failed
  const { error } = await shrinkTaken(authBehaviour, failed, driver.open, 20)
  expect(error?.replay.steps.length).toBeLessThan(first.replay.steps.length)
  expect(error?.step?.transition).toBe(first.step?.transition)
  expect(await shrinkTaken(authBehaviour, failed, driver.open, 0)).toBe(failed)

  // The plan knows the long walk alone: coverage is to blame the step at which that one failed.
  expect([error?.index, error?.message]).toEqual([first.index, first.message])
  const coverage = coverageOf(plan, [resultOf(failed.walk, failed.ms, error)])
  const blamed = coverage.transitions.filter((row) => row.failed > 0)
  expect(blamed.map(({ name }) => name)).toEqual([first.step?.transition])
})

test('an error of a walk says which step it was, and how to take it again', async () => {
  const walk = walkOf(planOf('states').model, {
    title: 'again',
    start: 'the page is opened',
    steps: ['readSession: nothing', 'signIn.submit', 'signIn: NetworkError', 'signIn.submit'],
  })
  const driver = await bareDriver(broken).open()
  const error = await runWalk(authBehaviour, walk, driver).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(WalkError)
  const { message, replay, index } = error as WalkError
  expect(message).toMatch(/^Step 4 of 4, signIn.submit .*: Failure network instead of undefined/)
  expect(replay.steps).toHaveLength(index + 1)
})

test('random walks pass, the same for the same seed', async () => {
  const { model, behaviour } = planOf('states')
  const walks = randomWalks(model)
  expect(fc.sample(walks, { seed: 7, numRuns: 5 })).toEqual(
    fc.sample(walks, { seed: 7, numRuns: 5 }),
  )
  const run = fc.asyncProperty(walks, async (walk) => {
    await runWalk(behaviour, walk, await bareDriver(behaviour).open())
  })
  await fc.assert(run, { seed: 20261123, numRuns: 40 })
})

test('a random walk that fails shrinks to a few steps', async () => {
  const { model } = planOf('states')
  const run = fc.asyncProperty(randomWalks(model), async (walk) => {
    expect(await failsAt(walk)).toBeUndefined()
  })
  const { failed, counterexample } = await fc.check(run, { seed: 4, numRuns: 200 })
  expect(failed).toBe(true)
  expect(counterexample?.[0].steps.length).toBeLessThanOrEqual(8)
})
