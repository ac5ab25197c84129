import type { Behaviour } from '../model/behaviour.ts'
import type { Step } from '../model/model.ts'
import type { Walk } from '../plan/walk.ts'
import type { Driver } from './driver.ts'
import { expectedSteps } from './expected-steps.ts'
import { WalkError } from './walk-error.ts'

/** How long a step took, its check included, in ms. */
export interface StepTime {
  readonly step: Step
  readonly ms: number
}

/**
 * Takes a walk, step by step, each of them checked.
 *
 * @example
 * await runWalk(plan.behaviour, plan.walks[0], await bareDriver(plan.behaviour).open())
 *
 * @throws WalkError at the first step that cannot be taken or is not what the chart says.
 */
export async function runWalk(
  behaviour: Behaviour,
  walk: Walk,
  driver: Driver,
  onStep?: (time: StepTime) => void,
): Promise<void> {
  const expected = expectedSteps(behaviour, walk)
  let index = -1
  let failure: WalkError | undefined
  try {
    await driver.begin(walk, expected.begin)
    for (const expectedStep of expected.steps) {
      index += 1
      const begun = performance.now()
      await driver.take(expectedStep)
      await driver.check(expectedStep)
      onStep?.({ step: expectedStep.step, ms: performance.now() - begun })
    }
  } catch (cause) {
    failure = new WalkError(walk, index, cause)
  }
  try {
    await driver.end()
  } catch (cause) {
    failure ??= new WalkError(walk, index, cause)
  }
  if (failure) throw failure
}
