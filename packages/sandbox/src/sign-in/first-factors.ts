import { fakeFirstFactors } from '../pool/credentials/fake-user.ts'
import { dueFactors, isPasskeyMfa, requiresMfa } from '../pool/mfa/factors.ts'
import { passwordlessFactors } from '../pool/options/passwordless-factors.ts'
import type { FirstAuthFactor, PoolOptions } from '../pool/options/pool-options.ts'
import type { User } from '../pool/users/user.ts'
import type { SandboxState } from '../state.ts'
import type { FirstFactor } from './sign-in.ts'

const passwords: readonly FirstFactor[] = ['PASSWORD_SRP', 'PASSWORD']

/**
 * The first factors that a sign-in by USER_AUTH offers. A user who does not exist, may not sign in or has none
 * gets a choice that always stays the same for the name.
 */
export function firstFactors(
  state: SandboxState,
  user: User | undefined,
  username: string,
): readonly FirstFactor[] {
  const usable = user && canSignIn(user) ? usableFactors(state.options, user) : []
  return usable.length > 0 ? usable : fakeFactors(state, username)
}

export function canSignIn({ enabled, status }: User): boolean {
  return enabled && status !== 'EXTERNAL_PROVIDER'
}

/** The first factors that a user can sign in with now. */
export function usableFactors(options: PoolOptions, user: User): FirstFactor[] {
  const own = user.password ? [...passwords] : []
  // A temporary password must be replaced first.
  if (user.status === 'FORCE_CHANGE_PASSWORD') return own
  return [
    ...own,
    ...passwordlessFactors(options).filter(
      (factor) => isSetUp(user, factor) && !isMfaMissing(options, user, factor),
    ),
  ]
}

/** Whether the user can sign in by a code, so without a password or a passkey. */
export function hasOneTimeCode(options: PoolOptions, user: User): boolean {
  return passwordlessFactors(options).some(
    (factor) => factor !== 'WEB_AUTHN' && isSetUp(user, factor),
  )
}

/** The address need not be verified: the right code verifies it. */
export function isSetUp({ attributes, passkeys }: User, factor: FirstAuthFactor): boolean {
  if (factor === 'WEB_AUTHN') return passkeys.length > 0
  return attributes[factor === 'EMAIL_OTP' ? 'email' : 'phone_number'] !== undefined
}

/**
 * Where a second factor is due, only a password can come first: no second factor follows the others. A passkey
 * counts as two factors if the pool and the user say so.
 */
function isMfaMissing(options: PoolOptions, user: User, factor: FirstFactor): boolean {
  if (!requiresMfa(options) && dueFactors(options, user).length === 0) return false
  return !(factor === 'WEB_AUTHN' && isPasskeyMfa(options) && user.mfa.isPasskeyEnabled)
}

function fakeFactors(state: SandboxState, username: string): FirstFactor[] {
  const { options } = state
  const possible = passwordlessFactors(options).filter(
    (factor) => !requiresMfa(options) || (factor === 'WEB_AUTHN' && isPasskeyMfa(options)),
  )
  return fakeFirstFactors(state, username, possible).flatMap((factor) =>
    factor === 'PASSWORD' ? passwords : factor,
  )
}
