import type { AuthUser } from '@authchart/machine'
import type { ComputedRef } from 'vue'
import { useAuthMachine } from './use-auth-machine.ts'

/**
 * The signed-in user, as a computed ref that is never `undefined`. A component that is still mounted when
 * the user signs out, e.g. while a router leaves its page, keeps the user whom it has shown.
 *
 * @throws Error in a component that is set up while no user is signed in, and in an app without
 * `authPlugin`.
 *
 * @example
 * const user = useAuthUser()
 */
export function useAuthUser(): ComputedRef<AuthUser> {
  let last: AuthUser | undefined
  const user = useAuthMachine((view) => {
    last = view.user ?? last
    return last
  })
  if (!user.value) throw new Error('useAuthUser() needs a signed-in user: call it below <AuthGate>')
  return user as ComputedRef<AuthUser>
}
