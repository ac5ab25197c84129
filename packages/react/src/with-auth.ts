'use client'

import type { AnyAuth, AuthUser, Greeting, RegisteredView } from '@authchart/machine'
import { type ComponentType, createElement, Fragment, useState } from 'react'
import { AuthGate } from './auth-gate.ts'
import { AuthProvider } from './auth-provider.ts'
import { useAuthMachine } from './use-auth-machine.ts'

/** What `withAuth()` gives to the app and to the greeting. */
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
  readonly screens: ComponentType
  /** Shown above the app, e.g. “Hello, Ada” and a button to sign out. Nothing by default. */
  readonly greeting?: ComponentType<WithAuthProps> | undefined
  /** Shown while the session is restored. Nothing by default. */
  readonly pending?: ComponentType | undefined
}

/** The app may declare fewer props than {@link WithAuthProps}, but none of another type. */
type Fits<Props> =
  WithAuthProps extends Pick<Props, keyof Props & keyof WithAuthProps> ? unknown : never

/**
 * Wraps an app so that only a signed-in user sees it: `<AuthProvider>` and `<AuthGate>` in one. The app
 * receives the user, a greeting and `signOut`, beside its own props.
 *
 * For one `auth` of a module. A server that renders for many users has an auth for each request: use
 * `<AuthProvider>` and `<AuthGate>` there.
 *
 * @example
 * function App({ greeting, signOut }: WithAuthProps) {
 *   return <button onClick={signOut}>Sign out {greeting.name}</button>
 * }
 * export default withAuth(App, { auth, screens: AuthScreens })
 */
export function withAuth<Props>(
  App: ComponentType<Props> & Fits<Props>,
  { auth, screens, greeting, pending }: WithAuthOptions,
): ComponentType<Omit<Props, keyof WithAuthProps>> {
  function SignedIn({ own }: { own: object }) {
    const session = useAuthMachine(useState(keepSession)[0])
    if (!session) return null
    return createElement(
      Fragment,
      null,
      greeting && createElement(greeting, session),
      createElement(App as ComponentType<object>, { ...own, ...session }),
    )
  }

  function WithAuth(own: object) {
    return createElement(
      AuthProvider,
      { auth },
      createElement(
        AuthGate,
        { fallback: createElement(screens), pending: pending && createElement(pending) },
        createElement(SignedIn, { own }),
      ),
    )
  }
  WithAuth.displayName = `withAuth(${App.displayName ?? App.name})`
  return WithAuth
}

/** Changes with the user only, not with each task of the account. */
function keepSession() {
  let last: WithAuthProps | undefined
  return (view: RegisteredView) => {
    if (view.route === 'signedIn' && view.user !== last?.user) {
      const { user, greeting, signOut } = view
      last = { user, greeting, signOut }
    }
    return last
  }
}
