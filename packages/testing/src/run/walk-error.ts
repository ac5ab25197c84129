import { leafName } from '@authchart/machine/xstate'
import type { Step } from '../model/model.ts'
import { type Replay, replayOf } from '../plan/replay.ts'
import type { Walk } from '../plan/walk.ts'
import { withoutSecrets } from './without-secrets.ts'

/** A walk that came to a halt: where, and how to get there again. */
export class WalkError extends Error {
  override readonly name = 'WalkError'
  readonly walk: Walk
  /** The index of the step that failed; -1 if the walk did not begin. */
  readonly index: number
  readonly step: Step | undefined
  /** Takes the way to the failure again, or a shorter one: no payload is in it, so nothing secret. */
  readonly replay: Replay

  constructor(walk: Walk, index: number, cause: unknown, replay?: Replay) {
    const step = walk.steps[index]
    const what = withoutSecrets(cause instanceof Error ? cause.message : String(cause), walk)
    const where = step
      ? `${step.label} (${leafName(step.from.leaf)} → ${leafName(step.to.leaf)})`
      : walk.start.name
    super(`Step ${index + 1} of ${walk.steps.length}, ${where}: ${what}`, {
      cause: withoutSecretsIn(cause, what, walk),
    })
    this.walk = walk
    this.index = index
    this.step = step
    this.replay = replay ?? replayOf({ ...walk, steps: walk.steps.slice(0, index + 1) })
  }
}

/** Reporters print causes as well. */
function withoutSecretsIn(cause: unknown, message: string, walk: Walk): unknown {
  if (!(cause instanceof Error)) return message
  const { name, stack = '' } = cause
  return Object.assign(new Error(message), { name, stack: withoutSecrets(stack, walk) })
}
