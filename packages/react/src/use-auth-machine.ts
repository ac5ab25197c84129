'use client'

import type { RegisteredView } from '@authchart/machine'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { memoizeLast } from './memoize-last.ts'
import { useAuth } from './use-auth.ts'

/**
 * The view of the auth machine: `switch` over its `route`. With `select`, the component renders
 * again only when the selected value changes (by `Object.is`).
 *
 * With steps of the app's own, the type is that of `Register`.
 *
 * On a server, and while a component hydrates, it is the view of `auth.getServerView()`.
 *
 * @throws Error outside of `<AuthProvider>`, or in one whose `auth` is none.
 */
export function useAuthMachine(): RegisteredView
export function useAuthMachine<Selected>(select: (view: RegisteredView) => Selected): Selected
export function useAuthMachine(select: (view: RegisteredView) => unknown = whole): unknown {
  const auth = useAuth()
  const subscribe = useCallback(
    (listener: () => void) => auth.subscribe(listener).unsubscribe,
    [auth],
  )
  // React reads more than once and takes another object for a change.
  const selectFrom = useMemo(() => memoizeLast(select), [select])
  return useSyncExternalStore(
    subscribe,
    () => selectFrom(auth.getView()),
    () => selectFrom(auth.getServerView()),
  )
}

const whole = (view: RegisteredView) => view
