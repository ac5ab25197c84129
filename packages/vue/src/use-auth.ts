import type { RegisteredAuth } from '@authchart/machine'
import { inject } from 'vue'
import { authKey } from './auth-key.ts'

/**
 * The handle itself, for what no screen has: `auth.fetch`, `auth.credentials`, events.
 *
 * @throws Error in an app without `authPlugin`, or with something else than an auth.
 */
export function useAuth(): RegisteredAuth {
  const auth = inject(authKey)
  if (typeof auth?.getView !== 'function') {
    throw new Error('useAuth() and useAuthMachine() need app.use(authPlugin, createAuth(…))')
  }
  return auth as RegisteredAuth
}
