import type { Replay } from '../plan/replay.ts'
import type { Walk } from '../plan/walk.ts'
import type { WalkError } from '../run/walk-error.ts'

/** Where a walk came to a halt. */
export interface WalkFailure {
  /** The index of the step that failed; -1 if the walk did not begin. */
  readonly index: number
  readonly message: string
  /** For `authchart-test replay`, and for `walkOf`: the way to the failure, or a shorter one. */
  readonly replay: Replay
}

/** How a walk ended. */
export interface WalkResult {
  /** As the plan calls the walk. */
  readonly title: string
  /** How long it took, in ms. */
  readonly ms: number
  /** Absent where it passed. */
  readonly failure?: WalkFailure
}

/**
 * How `runWalk` ended, as data.
 *
 * @param error what it threw, `undefined` where it passed.
 */
export function resultOf({ title }: Walk, ms: number, error: WalkError | undefined): WalkResult {
  if (!error) return { title, ms }
  const { index, message, replay } = error
  return { title, ms, failure: { index, message, replay } }
}
