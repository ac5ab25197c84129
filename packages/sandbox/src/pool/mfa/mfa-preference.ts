import { invalidParameter } from '../../errors.ts'
import { flag, optional, structure } from '../../input/reader.ts'
import type { PoolOptions } from '../options/pool-options.ts'
import type { User } from '../users/user.ts'
import { isOffered, isPasskeyMfa } from './factors.ts'
import { type MfaFactor, mfaFactors } from './user-mfa.ts'

const settings = optional(structure({ Enabled: optional(flag), PreferredMfa: optional(flag) }))

/** Members of SetUserMFAPreference and AdminSetUserMFAPreference. */
export const preferenceMembers = {
  SMSMfaSettings: settings,
  SoftwareTokenMfaSettings: settings,
  EmailMfaSettings: settings,
  WebAuthnMfaSettings: optional(structure({ Enabled: optional(flag) })),
}

interface Settings {
  readonly Enabled?: boolean | undefined
  readonly PreferredMfa?: boolean | undefined
}

interface Preference {
  readonly SMSMfaSettings?: Settings | undefined
  readonly SoftwareTokenMfaSettings?: Settings | undefined
  readonly EmailMfaSettings?: Settings | undefined
  /** A passkey is never the preferred second factor. */
  readonly WebAuthnMfaSettings?: Pick<Settings, 'Enabled'> | undefined
}

/** Enables, disables and prefers second factors. Omitted ones stay unchanged. */
export function setPreference(options: PoolOptions, user: User, preference: Preference): void {
  const wanted: Readonly<Record<MfaFactor, Settings | undefined>> = {
    SMS_MFA: preference.SMSMfaSettings,
    SOFTWARE_TOKEN_MFA: preference.SoftwareTokenMfaSettings,
    EMAIL_OTP: preference.EmailMfaSettings,
  }
  for (const factor of mfaFactors) {
    if (wanted[factor]?.Enabled) requireReady(options, user, factor)
  }
  const enabled = mfaFactors.filter(
    (factor) => wanted[factor]?.Enabled ?? user.mfa.enabled.includes(factor),
  )
  const [preferred, ...others] = mfaFactors.filter((factor) => wanted[factor]?.PreferredMfa)
  if (others.length > 0) throw invalidParameter('Only one MFA option can be set as preferred.')
  if (preferred && !enabled.includes(preferred)) {
    throw invalidParameter(`${preferred} cannot be preferred while it is not enabled.`)
  }
  const { preferred: before } = user.mfa
  const stays =
    before && enabled.includes(before) && wanted[before]?.PreferredMfa !== false
      ? before
      : undefined
  const isPasskeyEnabled = preference.WebAuthnMfaSettings?.Enabled ?? user.mfa.isPasskeyEnabled
  if (preference.WebAuthnMfaSettings?.Enabled && !isPasskeyMfa(options)) {
    throw invalidParameter(
      'WebAuthnMfaSettings needs the FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION.',
    )
  }
  if (isPasskeyEnabled && enabled.length === 0) {
    throw invalidParameter('Passkey MFA needs another activated MFA method of the user.')
  }
  user.mfa = { ...user.mfa, enabled, preferred: preferred ?? stays, isPasskeyEnabled }
}

/** The user must have a verified address, and the pool must offer the factor. */
function requireReady(options: PoolOptions, user: User, factor: MfaFactor): void {
  const { attributes, mfa } = user
  if (factor === 'SOFTWARE_TOKEN_MFA') {
    if (!mfa.softwareToken) throw invalidParameter('User has not verified software token mfa')
    return
  }
  const attribute = factor === 'SMS_MFA' ? 'phone_number' : 'email'
  if (!isOffered(options, factor) || attributes[`${attribute}_verified`] !== 'true') {
    throw invalidParameter(`User does not have delivery config set to turn on ${factor}`)
  }
}
