import { errorOf } from '../chart/params.ts'
import type { AnyStep } from './step.ts'
import { stepInput } from './step-input.ts'
import type { StepPosition } from './step-parts.ts'
import { stepScreen } from './step-screen.ts'

/** What a user does who does not want to go on. A signed-in user has the exits of `signedIn`. */
const exits: Readonly<Record<StepPosition, object>> = {
  beforeSignIn: {},
  beforeSignUp: { 'go.signIn': { target: '#auth.signIn', actions: 'clearMessages' } },
  afterConfirmSignUp: {},
  beforeSignedIn: {},
}

/**
 * The state of a step: a leaf that waits for the user, one for each action, and one that finds the next step.
 *
 * @param next where it goes on when it is done.
 */
export function stepState(step: AnyStep, next: readonly object[]): object {
  const { route, at, actions, states, description } = step
  const common = {
    description: description ?? `A step of the app: ${route}`,
    meta: { screen: stepScreen(step) },
  }
  const leaving = { always: next }
  if (states) return withOwnStates(states, { ...common, on: exits[at] }, leaving)
  return {
    ...common,
    on: exits[at],
    initial: 'editing',
    states: {
      editing: {
        always: [
          ...(at === 'beforeSignIn'
            ? [
                {
                  guard: 'isSignedInElsewhere',
                  target: '#auth.restoring',
                  actions: 'clearMessages',
                },
              ]
            : []),
          // The user has done it in another tab.
          { guard: { type: 'isOver', params: { step: route } }, target: 'leaving' },
        ],
        on: Object.fromEntries(
          Object.keys(actions).map((name) => [
            `${route}.${name}`,
            { target: name, actions: 'clearMessages' },
          ]),
        ),
      },
      ...Object.fromEntries(Object.keys(actions).map((name) => [name, actionLeaf(route, name)])),
      leaving,
    },
  }
}

function actionLeaf(route: string, name: string): object {
  const id = `${route}.${name}`
  return {
    tags: ['pending'],
    on: { [`${route}.cancel`]: { target: 'editing' } },
    invoke: {
      id,
      src: id,
      input: stepInput,
      onDone: { target: 'leaving' },
      onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
    },
  }
}

/** A state config of the developer's own: done in one of its states of the type `final`. */
function withOwnStates(
  own: { on?: object; states?: object },
  common: { on: object },
  leaving: object,
): object {
  return {
    ...own,
    ...common,
    on: { ...own.on, ...common.on },
    states: { ...own.states, leaving },
    onDone: { target: '.leaving' },
  }
}
