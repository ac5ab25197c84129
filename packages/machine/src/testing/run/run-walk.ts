import type { Behaviour } from '../model/behaviour.ts'
import type { Walk } from '../plan/walk.ts'
import type { Driver } from './driver.ts'
import { strides } from './strides.ts'
import { WalkError } from './walk-error.ts'

/**
 * Takes a walk, step by step, each of them checked.
 *
 * @throws WalkError at the first step that cannot be taken or is not what the chart says.
 */
export async function runWalk(behaviour: Behaviour, walk: Walk, driver: Driver): Promise<void> {
  const expected = strides(behaviour, walk)
  let index = -1
  let failure: WalkError | undefined
  try {
    await driver.begin(walk, expected.begin)
    for (const stride of expected.strides) {
      index += 1
      await driver.take(stride)
      await driver.check(stride)
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
