import { ConfigError } from '../errors/auth-errors.ts'
import { extendKey } from './chart-options.ts'
import { extendChart } from './extend-chart.ts'
import type { Step, StepDefinition } from './step.ts'
import type { ActionsOf, ReservedName, StepPosition } from './step-parts.ts'

const reserved: Readonly<Record<ReservedName, true>> = {
  route: true,
  user: true,
  isPending: true,
  pending: true,
  failure: true,
  notice: true,
  elsewhere: true,
  cancel: true,
  editing: true,
  leaving: true,
  signOut: true,
  goSignIn: true,
  goSignedIn: true,
  // A view with one of these would be waited for, or called by JSON.stringify().
  // biome-ignore lint/suspicious/noThenProperty: it is what a step must not have
  then: true,
  toJSON: true,
}

/**
 * A step of your own in the flow: a state of the chart with a route, a view and a form, between two of ours. Its actions
 * are async functions with a deadline; while one runs, the view is pending, and it can be cancelled.
 *
 * @throws ConfigError for a name that the chart or the view already has.
 *
 * @example
 * const acceptTerms = defineStep({
 *   route: 'acceptTerms',
 *   at: 'beforeSignedIn',
 *   isNeeded: ({ user }) => user.claims['custom:terms'] !== '3',
 *   show: () => ({ version: 3 }),
 *   actions: {
 *     accept: async (input: { newsletter: boolean }, { auth, signal }) => {
 *       await auth.fetch('/terms', { method: 'POST', body: JSON.stringify(input), signal })
 *       await auth.getSession({ forceRefresh: true }) // the claims have changed
 *     },
 *   },
 * })
 * export const auth = createAuth({ config, steps: [acceptTerms] })
 */
export function defineStep<
  const Route extends string,
  At extends StepPosition,
  Inputs,
  Shown extends object = object,
>(step: StepDefinition<Route, At, Shown, Inputs>): Step<Route, At, Shown, ActionsOf<Inputs>> {
  const { route, actions } = step
  const names = Object.keys(actions)
  const wrong = [route, ...names].find(
    (name) => !/^[a-z][A-Za-z0-9]*$/.test(name) || name in Object.prototype,
  )
  if (wrong !== undefined) {
    throw new ConfigError(`"${wrong}" of a step is no name in camelCase, or each object has it`)
  }
  const taken = names.find((name) => Object.hasOwn(reserved, name))
  if (taken) throw new ConfigError(`Every view has "${taken}": the step "${route}" cannot`)
  return Object.assign({ ...step }, { [extendKey]: extendChart })
}
