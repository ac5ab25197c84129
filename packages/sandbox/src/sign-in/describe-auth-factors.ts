import { describeMfa } from '../pool/mfa/factors.ts'
import { passwordlessFactors } from '../pool/options/passwordless-factors.ts'
import type { FirstAuthFactor, PoolOptions } from '../pool/options/pool-options.ts'
import type { User } from '../pool/users/user.ts'
import { isSetUp } from './first-factors.ts'

/** The response of GetUserAuthFactors and AdminGetUserAuthFactors. */
export function describeAuthFactors(options: PoolOptions, user: User) {
  const { MFAOptions: _, ...mfa } = describeMfa(user)
  return {
    Username: user.username,
    ...mfa,
    ConfiguredUserAuthFactors: configuredFactors(options, user),
  }
}

/** What the user has set up and the pool accepts, as a first or a second factor. */
function configuredFactors(options: PoolOptions, user: User) {
  const { enabled, softwareToken } = user.mfa
  const isFirst = (factor: Exclude<FirstAuthFactor, 'PASSWORD'>) =>
    passwordlessFactors(options).includes(factor) && isSetUp(user, factor)
  return [
    ...(user.password ? ['PASSWORD'] : []),
    ...(isFirst('EMAIL_OTP') || enabled.includes('EMAIL_OTP') ? ['EMAIL_OTP'] : []),
    ...(isFirst('SMS_OTP') || enabled.includes('SMS_MFA') ? ['SMS_OTP'] : []),
    ...(isFirst('WEB_AUTHN') ? ['WEB_AUTHN'] : []),
    ...(softwareToken ? ['SOFTWARE_TOKEN'] : []),
  ]
}
