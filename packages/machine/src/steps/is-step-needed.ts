import type { AuthContext } from '../chart/context.ts'
import type { AnyStep } from './step.ts'
import type { StepScope } from './step-parts.ts'

/** What a step sees of the chart. */
export function scopeOf({ at }: AnyStep, { user, username }: AuthContext): StepScope {
  return { user: at === 'beforeSignedIn' ? user : undefined, username } as StepScope
}

const reported = new WeakSet<AnyStep>()

/**
 * A step whose `isNeeded` throws, or answers later, is shown: it may be one that no user may pass by. The error is
 * uncaught, once.
 */
export function isStepNeeded(step: AnyStep | undefined, context: AuthContext): boolean {
  if (!step) return false
  try {
    const isNeeded: unknown = step.isNeeded(scopeOf(step, context))
    if (typeof isNeeded === 'boolean') return isNeeded
    throw new TypeError(`"isNeeded" of the step "${step.route}" does not answer true or false`)
  } catch (error) {
    if (!reported.has(step)) {
      setTimeout(() => {
        throw error
      })
    }
    reported.add(step)
    return true
  }
}
