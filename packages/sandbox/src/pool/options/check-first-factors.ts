import { CognitoError, invalidParameter } from '../../errors.ts'
import { isPasskeyMfa } from '../mfa/factors.ts'
import type { PoolOptions } from './pool-options.ts'

/** @throws CognitoError if the first factors do not fit the feature plan, each other or MFA. */
export function checkFirstFactors(options: PoolOptions): void {
  const { Policies, UserPoolTier, MfaConfiguration } = options
  const { AllowedFirstAuthFactors: allowed } = Policies.SignInPolicy
  if (allowed.length === 0) {
    throw invalidParameter('AllowedFirstAuthFactors must have at least one factor.')
  }
  if (allowed.every((factor) => factor === 'WEB_AUTHN')) {
    throw invalidParameter('WEB_AUTHN must be allowed together with another first factor.')
  }
  if (UserPoolTier === 'LITE' && allowed.some((factor) => factor !== 'PASSWORD')) {
    throw new CognitoError(
      'FeatureUnavailableInTierException',
      'Passwordless sign-in requires the feature plan ESSENTIALS or PLUS.',
    )
  }
  if (MfaConfiguration !== 'ON') return
  if (allowed.includes('EMAIL_OTP') || allowed.includes('SMS_OTP')) {
    throw invalidParameter('EMAIL_OTP and SMS_OTP cannot be first factors while MFA is required.')
  }
  if (allowed.includes('WEB_AUTHN') && !isPasskeyMfa(options)) {
    throw invalidParameter(
      'While MFA is required, WEB_AUTHN needs the FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION.',
    )
  }
}
