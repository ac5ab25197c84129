import type { Step } from '../model/model.ts'
import { type Replay, replayOf } from '../plan/replay.ts'
import type { Walk } from '../plan/walk.ts'

/** A walk that came to a halt: where, and how to get there again. */
export class WalkError extends Error {
  override readonly name = 'WalkError'
  readonly walk: Walk
  /** Of the step that failed; -1 where the session did not even begin. */
  readonly index: number
  readonly step: Step | undefined
  /** Takes the same way again: without any payload, so there is nothing secret in it. */
  readonly replay: Replay

  constructor(walk: Walk, index: number, cause: unknown) {
    const step = walk.steps[index]
    const what = cause instanceof Error ? cause.message : String(cause)
    const where = step ? `${step.label} (${step.from.leaf} → ${step.to.leaf})` : walk.start.name
    super(`Step ${index + 1} of ${walk.steps.length}, ${where}: ${what}`, { cause })
    this.walk = walk
    this.index = index
    this.step = step
    this.replay = replayOf({ ...walk, steps: walk.steps.slice(0, index + 1) })
  }
}
