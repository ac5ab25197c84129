'use client'

import type { AuthUser, RegisteredView } from '@authchart/machine'
import { useMemo } from 'react'
import { useAuth } from './use-auth.ts'
import { useAuthMachine } from './use-auth-machine.ts'

/**
 * The signed-in user, never `undefined`. A component that is still mounted when the user signs out, e.g.
 * while a router leaves its page, keeps the user whom it has shown.
 *
 * @throws Error in a component that is mounted while no user is signed in, and outside of
 * `<AuthProvider>`.
 *
 * @example
 * const { name, email } = useAuthUser()
 */
export function useAuthUser(): AuthUser {
  const auth = useAuth()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the user of one auth is none of another
  const select = useMemo(keepUser, [auth])
  const user = useAuthMachine(select)
  if (!user) throw new Error('useAuthUser() needs a signed-in user: call it below <AuthGate>')
  return user
}

function keepUser() {
  let last: AuthUser | undefined
  return ({ user }: RegisteredView) => {
    last = user ?? last
    return last
  }
}
