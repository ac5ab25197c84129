'use client'

import type { RegisteredAuth } from '@authchart/machine'
import { useContext } from 'react'
import { AuthContext } from './auth-context.ts'

/**
 * The handle itself, for what no screen has: `auth.fetch`, `auth.credentials`, events.
 *
 * @throws Error outside of `<AuthProvider>`, or in one whose `auth` is none.
 */
export function useAuth(): RegisteredAuth {
  const auth = useContext(AuthContext)
  if (typeof auth?.getView !== 'function') {
    throw new Error(
      'useAuth() and useAuthMachine() need <AuthProvider auth={createAuth(…)}> above them',
    )
  }
  return auth as RegisteredAuth
}
