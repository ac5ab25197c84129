import { CognitoError, notAuthorized, wrongCredentials } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { bytesToInteger } from '../srp/bytes.ts'
import { createVerifier, type SrpIdentity, verifyPassword } from '../srp/verifier.ts'
import type { SandboxState } from '../state.ts'
import { checkLockout, countAttempt } from './attempts.ts'
import type { User } from './user.ts'

export const srpIdentity = ({ userPoolId }: SandboxState, userId: string): SrpIdentity => ({
  poolName: userPoolId.slice(userPoolId.indexOf('_') + 1),
  userId,
})

export const setPassword = (
  { state, random }: OperationContext,
  user: User,
  password: string,
): void => {
  const salt = bytesToInteger(random(16))
  user.password = createVerifier(salt, srpIdentity(state, user.username), password)
}

const day = 86_400_000

/** A password that must be replaced at the next sign-in, within the days of the policy. */
export const setTemporaryPassword = (
  context: OperationContext,
  user: User,
  password: string,
): void => {
  const { TemporaryPasswordValidityDays } = context.state.options.Policies.PasswordPolicy
  setPassword(context, user, password)
  user.status = 'FORCE_CHANGE_PASSWORD'
  user.temporaryPasswordUntil = context.now + TemporaryPasswordValidityDays * day
}

export const isPasswordOf = (state: SandboxState, user: User, password: string): boolean =>
  user.password !== undefined &&
  verifyPassword(user.password, srpIdentity(state, user.username), password)

/**
 * Counts a proof of the password, given in whatever way, and throws unless it lets the user in.
 * Who fails learns nothing about the account; who succeeds is told what stands in the way.
 */
export const admit = (
  { state, now }: OperationContext,
  username: string,
  prove: () => User | undefined,
): User => {
  const key = `password:${username.toLowerCase()}`
  checkLockout(state.attempts, key, now)
  const user = prove()
  if (!user) {
    countAttempt(state.attempts, key, now)
    throw wrongCredentials()
  }
  state.attempts.delete(key)
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED') {
    throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.')
  }
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    if (user.temporaryPasswordUntil !== undefined && now >= user.temporaryPasswordUntil) {
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
    }
    throw notAuthorized(
      'The NEW_PASSWORD_REQUIRED challenge is not supported by the sandbox: set a permanent password with AdminSetUserPassword.',
    )
  }
  return user
}
