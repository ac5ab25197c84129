import type { Behaviour } from '../model/behaviour.ts'
import type { Walk } from '../plan/walk.ts'
import type { Driver } from '../run/driver.ts'
import { runWalk, type StepTime } from '../run/run-walk.ts'
import { WalkError } from '../run/walk-error.ts'

/** How a walk went. */
export interface Taken {
  readonly walk: Walk
  /** How long it took, in ms: the whole of it, and each step. */
  readonly ms: number
  readonly times: readonly StepTime[]
  /** Absent where it passed. */
  readonly error?: WalkError
}

/** Takes a walk and measures it; throws only what is not a failure of the walk. */
export async function takeWalk(behaviour: Behaviour, walk: Walk, driver: Driver): Promise<Taken> {
  const times: StepTime[] = []
  const begun = performance.now()
  const taken = () => ({ walk, times, ms: performance.now() - begun })
  try {
    await runWalk(behaviour, walk, driver, (time) => times.push(time))
    return taken()
  } catch (error) {
    if (error instanceof WalkError) return { ...taken(), error }
    throw error
  }
}
