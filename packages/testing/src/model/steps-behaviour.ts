import { type AnyStep, type AuthContext, Secret } from '@authchart/machine'
import { chartWith, isStepNeeded } from '@authchart/machine/xstate'
import type { AnyMachineSnapshot } from 'xstate'
import type { Outcome } from '../catalogue/outcome.ts'
import { extendBehaviour } from './auth-behaviour.ts'
import type { Behaviour } from './behaviour.ts'
import type { FactList } from './facts.ts'

/** What walks need to know about steps of the app's own. */
export interface StepsOptions {
  /** By event (`acceptTerms.accept`), the inputs that walks use: one for each case that the chart distinguishes. */
  readonly inputs?: Readonly<Record<string, readonly object[]>> | undefined
  /** How actions may end, beside `done` and a failure of the service. */
  readonly outcomes?: readonly Outcome[] | undefined
}

/** The names of the events and actors of the steps' actions. */
export function actionTypes(steps: readonly AnyStep[]): readonly string[] {
  return steps.flatMap(({ route, actions }) =>
    Object.keys(actions).map((name) => `${route}.${name}`),
  )
}

/**
 * The behaviour of a chart with these steps, to plan and run walks with. Actions are not called: walks decide how they
 * end. The users of walks have no claims: that is what `isNeeded` sees.
 *
 * @example
 * const behaviour = stepsBehaviour([acceptTerms], { inputs: { 'acceptTerms.accept': [{ newsletter: true }] } })
 */
export function stepsBehaviour(
  steps: readonly AnyStep[],
  { inputs = {}, outcomes = [] }: StepsOptions = {},
): Behaviour {
  const types = actionTypes(steps)
  return extendBehaviour({
    machine: chartWith(steps),
    payloads: Object.fromEntries(
      types.map((type) => [
        type,
        (inputs[type] ?? [undefined]).map((input) => ({ input: new Secret<unknown>(input) })),
      ]),
    ),
    outcomes: [...types.flatMap(endsOf), ...outcomes],
    factsOf: (...at) => neededFacts(steps, ...at),
  })
}

const endsOf = (actor: string): readonly Outcome[] => [
  { actor, name: 'done', output: () => undefined },
  {
    actor,
    name: 'ServiceError',
    rejection: { operation: 'browser', type: 'ServiceError', message: 'The service is down' },
  },
]

/** Two users for whom other steps are needed behave differently. */
function neededFacts(
  steps: readonly AnyStep[],
  snapshot: AnyMachineSnapshot,
  _now: number,
  leaf: string,
): FactList<string> {
  const context = snapshot.context as AuthContext
  const mayEnter = /^(signedIn|restoring\.refreshing)/.test(leaf) && context.user !== undefined
  return steps.map(
    (step) =>
      mayEnter &&
      step.at === 'beforeSignedIn' &&
      isStepNeeded(step, context) &&
      `needed: ${step.route}`,
  )
}
