import {
  type AnyStep,
  type AuthEvent,
  type FailureCode,
  Secret,
  type StepError,
} from '@authchart/machine'
import { chartWith } from '@authchart/machine/xstate'
import { errorOf } from './answers.ts'
import { type AnyFacts, confirmedCourse, restingCourse } from './resting-places.ts'
import { type Course, scripted } from './scripted-chart.ts'

/** How the screen of a step is. */
export interface StepProgress {
  readonly failure?: FailureCode | StepError | undefined
  readonly isPending: boolean
  readonly pending?: string | undefined
}

/**
 * The chart with steps, in which a route is shown: its own step is always needed, and the others are once the place is
 * reached.
 */
export function chartAt(steps: readonly AnyStep[], route: string, isThere: () => boolean) {
  return scripted(
    chartWith(
      steps.map((step) => ({
        ...step,
        isNeeded: (scope) => step.route === route || (isThere() && step.isNeeded(scope)),
      })),
    ),
  )
}

/**
 * The course to the screen of a step.
 *
 * @throws TypeError for an action that the step does not have.
 */
export function stepCourse(step: AnyStep, facts: AnyFacts, progress: StepProgress): Course {
  const course = courseBefore(step, facts)
  const { failure, isPending, pending } = progress
  if (!failure && !isPending && pending === undefined) return course
  const { route, actions, form } = step
  const [first = ''] = Object.keys(actions)
  const name = pending ?? form?.submit ?? first
  if (!Object.hasOwn(actions, name)) throw new TypeError(`${route} never waits for "${name}"`)
  const event = { type: `${route}.${name}`, input: new Secret(undefined) }
  return {
    ...course,
    events: [...course.events, event as unknown as AuthEvent],
    ends: [...course.ends, ...(failure ? [{ error: errorOf(failure) }] : [])],
  }
}

/** To what is behind the step: the step comes first. */
function courseBefore({ at }: AnyStep, facts: AnyFacts): Course {
  switch (at) {
    case 'beforeSignIn':
      return restingCourse('signIn', facts)
    case 'beforeSignUp':
      return restingCourse('signUp', facts)
    case 'afterConfirmSignUp':
      return confirmedCourse(facts)
    case 'beforeSignedIn':
      return restingCourse('signedIn', facts)
  }
}
