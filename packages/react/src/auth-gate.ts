'use client'

import type { RegisteredView } from '@authchart/machine'
import { createElement, Fragment, type ReactNode, useEffect, useRef } from 'react'
import { HiddenChildren } from './hidden-children.ts'
import { useAuth } from './use-auth.ts'
import { useAuthMachine } from './use-auth-machine.ts'
import { waitForSession } from './wait-for-session.ts'

export interface AuthGateProps {
  /** Only a signed-in user sees them; below them `useAuthUser()` has a user. */
  children?: ReactNode
  /** The auth screens, shown without a signed-in user. Nothing by default. */
  fallback?: ReactNode
  /** Shown while the session is restored. Nothing by default. */
  pending?: ReactNode
  /**
   * Suspends the first render until the session is restored: the nearest `<Suspense>` shows its
   * fallback. When a session is restored later, because another tab has signed in another user,
   * `pending` is shown.
   */
  suspend?: boolean | undefined
}

/**
 * Shows its children only to a signed-in user, and `fallback` without one; while the session is
 * restored `pending`, so that neither the sign-in form nor the app flashes.
 *
 * Screens of a signed-in user other than `signedIn` are in `fallback`, too: `verifyContact`,
 * `setupTotp`, `confirmContact`, steps of your own, and `signingOut` while a global sign-out can still fail. If the user
 * has seen the children, they stay mounted meanwhile, hidden: nothing that was typed is lost. They
 * unmount when the user signs out, or when another user signs in.
 *
 * @throws Error outside of `<AuthProvider>`. With `suspend` also StoppedError, if the auth was stopped.
 *
 * @example
 * <AuthGate fallback={<AuthScreens />} pending={<Spinner />}>
 *   <App />
 * </AuthGate>
 */
export function AuthGate({ children, fallback, pending, suspend = false }: AuthGateProps) {
  const auth = useAuth()
  const route = useAuthMachine(routeOf)
  const userId = useAuthMachine(userIdOf)
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
  }, [])
  // A tree that suspends later stays in the page, with what the previous user has seen.
  if (suspend && route === 'restoring' && !isMounted.current) waitForSession(auth)
  const isOpen = route === 'signedIn'
  return createElement(
    Fragment,
    null,
    !isOpen && (route === 'restoring' ? pending : fallback),
    userId !== undefined && createElement(HiddenChildren, { key: userId, isOpen }, children),
  )
}

const routeOf = ({ route }: RegisteredView) => route

const userIdOf = ({ user }: RegisteredView) => user?.userId
