import type { Behaviour } from '../model/behaviour.ts'
import type { Walk } from '../plan/walk.ts'
import type { Driver } from '../run/driver.ts'
import { shrinkWalk } from '../run/shrink-walk.ts'
import type { WalkError } from '../run/walk-error.ts'
import { type Taken, takeWalk } from './take-walk.ts'

/**
 * The same failure on the shortest walk that still has it, found by taking parts of the walk again.
 *
 * @param tries how often, at most; with 0 the walk stays as it is.
 */
export async function shrinkTaken(
  behaviour: Behaviour,
  taken: Taken,
  open: () => Promise<Driver> | Driver,
  tries: number,
): Promise<Taken> {
  if (!taken.error || tries === 0) return taken
  let error: WalkError = taken.error
  const { transition } = error.step ?? {}

  async function failsAt(walk: Walk): Promise<number | undefined> {
    const again = await takeWalk(behaviour, walk, await open())
    // What goes wrong elsewhere is another failure.
    if (!again.error || again.error.step?.transition !== transition) return undefined
    error = again.error
    return error.index
  }

  const shortest = await shrinkWalk(taken.walk, failsAt, tries)
  const isShorter = error.index === shortest.steps.length - 1
  return isShorter ? { ...taken, error } : taken
}
