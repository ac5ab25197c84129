import { notAuthorized, wrongCredentials } from '../errors.ts'
import type { User } from '../pool/users/user.ts'
import type { SandboxState } from '../state.ts'
import type { SignIn } from './sign-in.ts'

export function findSignInUser(state: SandboxState, { sub }: SignIn): User | undefined {
  return sub === undefined ? undefined : state.users.get(sub)
}

/**
 * The user of a sign-in.
 *
 * @throws CognitoError if they were deleted or disabled meanwhile.
 */
export function requireSignInUser(state: SandboxState, signIn: SignIn): User {
  const user = findSignInUser(state, signIn)
  if (!user) throw wrongCredentials()
  if (!user.enabled) throw notAuthorized('User is disabled.')
  return user
}
