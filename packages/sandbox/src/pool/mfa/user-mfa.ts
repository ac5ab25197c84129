/** An authenticator app that shares a secret with the service (RFC 6238: SHA-1, 6 digits, 30 s). */
export interface SoftwareToken {
  /** Base32. */
  readonly secret: string
  readonly friendlyName: string | undefined
  /** The time steps whose code was taken, while they could be given again. */
  readonly usedSteps: readonly number[]
}

/** In the order in which Cognito lists them. */
export const mfaFactors = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] as const

export type MfaFactor = (typeof mfaFactors)[number]

/** A user's second factors. */
export interface UserMfa {
  readonly enabled: readonly MfaFactor[]
  readonly preferred: MfaFactor | undefined
  /** The authenticator app, once a code of it was right. */
  readonly softwareToken: SoftwareToken | undefined
  /** Base32, made by AssociateSoftwareToken and not yet verified. */
  readonly newSecret: string | undefined
}

export const noMfa: UserMfa = {
  enabled: [],
  preferred: undefined,
  softwareToken: undefined,
  newSecret: undefined,
}
