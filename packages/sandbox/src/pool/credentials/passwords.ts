import { CognitoError, notAuthorized, wrongCredentials } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { bytesToInteger } from '../../srp/bytes.ts'
import { createVerifier, type SrpIdentity, verifyPassword } from '../../srp/verifier.ts'
import type { SandboxState } from '../../state.ts'
import { runTrigger } from '../../triggers/run-trigger.ts'
import { triggerAttributes } from '../../triggers/trigger-attributes.ts'
import type { User } from '../users/user.ts'
import { findUser } from '../users/users.ts'
import { checkLockout, countAttempt } from './attempts.ts'

export function srpIdentity({ userPoolId }: SandboxState, userId: string): SrpIdentity {
  return {
    poolName: userPoolId.slice(userPoolId.indexOf('_') + 1),
    userId,
  }
}

export function setPassword(
  { state, random }: OperationContext,
  user: User,
  password: string,
): void {
  const salt = bytesToInteger(random(16))
  user.password = createVerifier(salt, srpIdentity(state, user.username), password)
  user.temporaryPasswordUntil = undefined
  user.resetCode = undefined
  state.attempts.delete(limitKey(user.username))
}

const limitKey = (username: string) => `password:${username.toLowerCase()}`

const day = 86_400_000

/**
 * Sets a password that the user must replace at the next sign-in, within the days of the policy.
 */
export function setTemporaryPassword(
  context: OperationContext,
  user: User,
  password: string,
): void {
  const { TemporaryPasswordValidityDays } = context.state.options.Policies.PasswordPolicy
  setPassword(context, user, password)
  user.status = 'FORCE_CHANGE_PASSWORD'
  user.temporaryPasswordUntil = context.now + TemporaryPasswordValidityDays * day
}

export function isPasswordOf(state: SandboxState, user: User, password: string): boolean {
  return (
    user.password !== undefined &&
    verifyPassword(user.password, srpIdentity(state, user.username), password)
  )
}

/**
 * Checks a proof of the password and counts failures. Throws if the user may not sign in: a wrong
 * password reveals nothing about the account, a right one gets the reason.
 */
export async function checkPassword(
  context: OperationContext,
  username: string,
  prove: () => User | undefined,
): Promise<User> {
  const { state, now } = context
  const key = limitKey(username)
  await preAuthenticate(context, username)
  // No await from here to the count, so that parallel requests are counted too.
  checkLockout(state.attempts, key, now)
  const user = prove()
  if (!user) {
    countAttempt(state.attempts, key, now)
    throw wrongCredentials()
  }
  state.attempts.delete(key)
  checkAdmission(user, now)
  return user
}

/** Runs the pre authentication trigger, also for a user who does not exist. */
export async function preAuthenticate(context: OperationContext, username: string): Promise<void> {
  const user = findUser(context.state, username)
  await runTrigger(
    context,
    'preAuthentication',
    'PreAuthentication_Authentication',
    user ?? { username },
    { userAttributes: user ? triggerAttributes(user) : {}, userNotFound: user === undefined },
  )
}

/** Throws the reason why a user with the right password may not sign in. */
export function checkAdmission(user: User, now: number): void {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED') {
    throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.')
  }
  if (user.status === 'RESET_REQUIRED') {
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user')
  }
  if (user.temporaryPasswordUntil !== undefined && now >= user.temporaryPasswordUntil) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
  }
}
