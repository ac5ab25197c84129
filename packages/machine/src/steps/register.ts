import type { Auth } from '../auth.ts'
import type { AuthRoute } from '../view/route.ts'
import type { OwnView } from '../view/views/own-view.ts'

/**
 * Empty: an app with steps of its own tells here what its auth is, once, and the hooks, forms and walks know its routes.
 *
 * @example
 * export const auth = createAuth({ config, steps: [acceptTerms] })
 * declare module '@authchart/machine' {
 *   interface Register {
 *     auth: typeof auth
 *   }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: augmented by apps
export interface Register {}

/** Any auth, whatever its steps. */
export type AnyAuth = Auth<OwnView>

/** The auth of the app, by {@link Register}; without one, that without steps. */
export type RegisteredAuth = Register extends { readonly auth: infer Own extends AnyAuth }
  ? Own
  : Auth

/** A view of the app: ours, and those of its own steps. */
export type RegisteredView = ReturnType<RegisteredAuth['getView']>

/** A route of the app. */
export type RegisteredRoute = RegisteredView['route']

/** The routes of the app's own steps. */
export type OwnRoute = Exclude<RegisteredRoute, AuthRoute>

/** The events of these steps, `acceptTerms.accept`. */
export type OwnEventType = `${OwnRoute}.${string}`
