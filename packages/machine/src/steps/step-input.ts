import type { Secret } from '../secret.ts'

/** The event of an action of a step. */
export interface StepEvent<Type extends string = string> {
  readonly type: Type
  /** What the action was given: `reveal()` it where it is used. */
  readonly input: Secret<unknown>
}

/** The input of an actor of a step: what its action was given. */
export function stepInput({ event }: { event: object }): Secret<unknown> {
  return (event as StepEvent).input
}
