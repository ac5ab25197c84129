import { CognitoError } from '../../errors.ts'
import type { PoolOptions } from '../options/pool-options.ts'
import type { User } from '../users/user.ts'
import { type MfaFactor, mfaFactors } from './user-mfa.ts'

/** The factors that the pool offers. */
export function offeredFactors(options: PoolOptions): MfaFactor[] {
  return mfaFactors.filter((factor) => isOffered(options, factor))
}

export function isOffered(options: PoolOptions, factor: MfaFactor): boolean {
  if (factor === 'SMS_MFA') return options.SmsMfaConfiguration !== null
  if (factor === 'EMAIL_OTP') return options.EmailMfaConfiguration !== null
  return options.SoftwareTokenMfaConfiguration.Enabled
}

/** Whether every user must have a second factor. */
export function requiresMfa({ MfaConfiguration }: PoolOptions): boolean {
  return MfaConfiguration === 'ON'
}

/** Whether a passkey with user verification counts as two factors. */
export function isPasskeyMfa({ WebAuthnConfiguration }: PoolOptions): boolean {
  return WebAuthnConfiguration.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'
}

/**
 * The factors that can complete this user's sign-in: the preferred one, else all enabled
 * ones. If the pool requires a factor and none is enabled: those that need no setup.
 */
export function dueFactors(options: PoolOptions, user: User): MfaFactor[] {
  if (options.MfaConfiguration === 'OFF') return []
  const { enabled, preferred } = user.mfa
  const usable = mfaFactors.filter(
    (factor) => enabled.includes(factor) && canUse(options, user, factor),
  )
  if (preferred && usable.includes(preferred)) return [preferred]
  if (usable.length > 0 || !requiresMfa(options)) return usable
  return mfaFactors.filter((factor) => needsNoSetup(options, user, factor))
}

/** An authenticator app stays valid after the pool stops offering it, as AWS documents. */
function canUse(options: PoolOptions, { attributes, mfa }: User, factor: MfaFactor): boolean {
  if (factor === 'SOFTWARE_TOKEN_MFA') return mfa.softwareToken !== undefined
  const address = factor === 'SMS_MFA' ? attributes.phone_number : attributes.email
  return isOffered(options, factor) && address !== undefined
}

function needsNoSetup(options: PoolOptions, user: User, factor: MfaFactor): boolean {
  if (factor === 'EMAIL_OTP' || !canUse(options, user, factor)) return false
  return factor !== 'SMS_MFA' || user.attributes.phone_number_verified === 'true'
}

/** Enables and prefers a factor that was set up during sign-in. */
export function enableFactor(user: User, factor: MfaFactor): void {
  const enabled = mfaFactors.filter((one) => one === factor || user.mfa.enabled.includes(one))
  user.mfa = { ...user.mfa, enabled, preferred: factor }
}

/** The MFA members of GetUser and AdminGetUser. */
export function describeMfa({ mfa: { enabled, preferred } }: User) {
  return {
    ...(enabled.includes('SMS_MFA') && {
      MFAOptions: [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }],
    }),
    ...(preferred && { PreferredMfaSetting: preferred }),
    ...(enabled.length > 0 && { UserMFASettingList: enabled }),
  }
}

export function softwareTokenNotFound() {
  return new CognitoError(
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA does not exist for the user.',
  )
}
