import type { Auth } from '../auth.ts'
import type { AuthRoute } from '../view/route.ts'
import type { OwnView } from '../view/views/own-view.ts'

/**
 * Empty: an app with steps of its own adds the type of its auth, once. Then the hooks, forms and walks know its routes.
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

/** Any auth, with steps or without. */
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

type OwnViews = Extract<RegisteredView, { readonly route: OwnRoute }>

/** The functions of a view that are an action of its step, and its `cancel`. */
type ActionNames<View> = {
  [Name in keyof View]: View[Name] extends (...given: never) => void
    ? Exclude<Name, 'signOut' | 'goSignIn' | 'goSignedIn'>
    : never
}[keyof View] &
  string

/** The events of these steps, `acceptTerms.accept`. */
export type OwnEventType = OwnViews extends infer View
  ? View extends { readonly route: infer Route extends string }
    ? `${Route}.${ActionNames<View>}`
    : never
  : never

/** What is typed or chosen for such an event. */
export type OwnInput<Type extends OwnEventType> = Type extends `${infer Route}.${infer Name}`
  ? Extract<OwnViews, { readonly route: Route }> extends {
      readonly [Key in Name]: (...given: infer Given) => void
    }
    ? Given extends readonly [infer Input]
      ? Input
      : undefined
    : never
  : never
