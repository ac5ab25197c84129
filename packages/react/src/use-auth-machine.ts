'use client'

import type { AuthView } from '@authchart/machine'
import { useSelector } from '@xstate/react'
import { useContext } from 'react'
import { AuthContext } from './auth-context.ts'

/**
 * The view of the auth machine: `switch` over its `route`. With `select`, the component renders
 * again only when the selected value changes (by `Object.is`).
 *
 * @throws Error outside of `<AuthProvider>`.
 */
export function useAuthMachine(): AuthView
export function useAuthMachine<Selected>(select: (view: AuthView) => Selected): Selected
export function useAuthMachine(select: (view: AuthView) => unknown = whole): unknown {
  const auth = useContext(AuthContext)
  if (!auth) throw new Error('useAuthMachine() needs <AuthProvider auth={createAuth(…)}> above it')
  return useSelector(auth.actor, (snapshot) => select(auth.connect(snapshot)))
}

const whole = (view: AuthView) => view
