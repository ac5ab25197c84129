/** An authenticator app that shares a secret with the service (RFC 6238: SHA-1, 6 digits, 30 s). */
export interface SoftwareToken {
  /** Base32. */
  readonly secret: string
  readonly friendlyName: string | undefined
  /** The time steps of used codes that are still valid. */
  readonly usedSteps: readonly number[]
}

/** In Cognito's order. */
export const mfaFactors = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] as const

export type MfaFactor = (typeof mfaFactors)[number]

/** A user's second factors. */
export interface UserMfa {
  readonly enabled: readonly MfaFactor[]
  readonly preferred: MfaFactor | undefined
  /** The authenticator app, after its first right code. */
  readonly softwareToken: SoftwareToken | undefined
  /** Base32, created by AssociateSoftwareToken and not verified yet. */
  readonly newSecret: string | undefined
  /** A passkey with user verification counts as two factors (`WebAuthnMfaSettings`). */
  readonly isPasskeyEnabled?: boolean | undefined
}

export const noMfa: UserMfa = {
  enabled: [],
  preferred: undefined,
  softwareToken: undefined,
  newSecret: undefined,
}
