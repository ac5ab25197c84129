import type { Behaviour } from '../model/behaviour.ts'
import type { Walk } from '../plan/walk.ts'
import type { Driver } from '../run/driver.ts'
import { shrinkWalk } from '../run/shrink-walk.ts'
import { WalkError } from '../run/walk-error.ts'
import { type Taken, takeWalk } from './take-walk.ts'

/**
 * The same failure with the replay of the shortest walk that still has it, found by taking parts of
 * the walk again. Where it failed and what it said stay: coverage counts the steps of the whole walk.
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
  const first = taken.error
  const transition = first.step?.transition
  let last = first

  async function failsAt(walk: Walk): Promise<number | undefined> {
    const again = await takeWalk(behaviour, walk, await open())
    // What goes wrong elsewhere is another failure.
    if (!again.error || again.error.step?.transition !== transition) return undefined
    last = again.error
    return last.index
  }

  const shortest = await shrinkWalk(taken.walk, failsAt, tries)
  const isShorter = last.index === shortest.steps.length - 1
  if (!isShorter) return taken
  return { ...taken, error: new WalkError(first.walk, first.index, first.cause, last.replay) }
}
