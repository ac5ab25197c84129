import type { AnyAuth, AuthUser, Greeting, RegisteredView, ViewOf } from '@authchart/machine'
import { type Component, h, provide, type SetupContext } from 'vue'
import { AuthGate } from './auth-gate.ts'
import { authKey } from './auth-key.ts'
import { useAuthMachine } from './use-auth-machine.ts'

/** What `withAuth()` gives to the app and to the greeting, as far as they declare these props. */
export interface WithAuthProps {
  readonly user: AuthUser
  /** The user's name, or else the e-mail or the username; and the provider, e.g. `Google`. */
  readonly greeting: Greeting
  /** Ends the session here at once, and at Cognito as far as it can be reached. */
  readonly signOut: () => void
}

export interface WithAuthOptions {
  readonly auth: AnyAuth
  /** Renders the auth screens, by `useAuthForm()` or `useAuthMachine()`. */
  readonly screens: Component
  /** Shown above the app, e.g. “Hello, Ada” and a button to sign out. Nothing by default. */
  readonly greeting?: Component | undefined
  /** Shown while the session is restored. Nothing by default. */
  readonly pending?: Component | undefined
}

/**
 * Wraps an app so that only a signed-in user sees it: `authPlugin` and `<AuthGate>` in one. The app
 * receives the user, a greeting and `signOut` as props, beside its own.
 *
 * For one `auth` of a module. A server that renders for many users has an auth for each request: use
 * `authPlugin` and `<AuthGate>` there.
 *
 * @example
 * createApp(withAuth(App, { auth, screens: AuthScreens })).mount('#app')
 */
export function withAuth(
  App: Component,
  { auth, screens, greeting, pending }: WithAuthOptions,
): Component {
  const SignedIn: Component = {
    inheritAttrs: false,
    setup(_: object, { attrs }: SetupContext) {
      const session = useAuthMachine(keepSession())
      return () =>
        session.value && [
          greeting && h(greeting, declaredBy(greeting, session.value)),
          h(App, { ...attrs, ...declaredBy(App, session.value) }),
        ]
    },
  }

  return {
    inheritAttrs: false,
    setup(_: object, { attrs }: SetupContext) {
      provide(authKey, auth)
      return () =>
        h(AuthGate, null, {
          default: () => h(SignedIn, attrs),
          fallback: () => h(screens),
          pending: () => pending && h(pending),
        })
    },
  }
}

/** Changes with the user only, not with each task of the account. */
function keepSession() {
  let last: ViewOf<'signedIn'> | undefined
  return (view: RegisteredView) => {
    if (view.route === 'signedIn' && view.user !== last?.user) last = view
    return last
  }
}

/** Vue writes props that a component does not declare into the page. */
function declaredBy(component: Component, { user, greeting, signOut }: WithAuthProps): object {
  const { props = {} } = component as { props?: object }
  const names = Array.isArray(props) ? props : Object.keys(props)
  const session = Object.entries({ user, greeting, signOut })
  return Object.fromEntries(session.filter(([name]) => names.includes(name)))
}
