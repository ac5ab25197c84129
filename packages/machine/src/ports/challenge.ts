import type { Secret } from '../secret.ts'

/** The second factors of a user pool: `SMS_MFA`, `SOFTWARE_TOKEN_MFA` and `EMAIL_OTP`. */
export type MfaType = 'SMS' | 'TOTP' | 'EMAIL'

/**
 * The first factors of a user pool: `PASSWORD` and `PASSWORD_SRP`, `EMAIL_OTP`, `SMS_OTP` and `WEB_AUTHN`.
 * The second ones are {@link MfaType}.
 */
export type FirstFactor = 'PASSWORD' | 'EMAIL' | 'SMS' | 'PASSKEY'

/** Passed on to the Lambda triggers of the pool (`ClientMetadata`). */
export type ClientMetadata = Readonly<Record<string, string>>

/** The input that each challenge of Cognito requires, in the words of the chart. */
export type ChallengeRequest =
  /** `SMS_MFA`, `SOFTWARE_TOKEN_MFA`, `EMAIL_OTP`, `SMS_OTP`: a code. */
  | {
      readonly type: 'code'
      /** `first`: instead of a password. `second`: after one. */
      readonly factor: 'first' | 'second'
      readonly mfaType: MfaType
      /** Masked by Cognito; `undefined` for TOTP. */
      readonly destination: string | undefined
      /** The name that the user gave the authenticator app (`FRIENDLY_DEVICE_NAME`). */
      readonly deviceName: string | undefined
    }
  /** `CUSTOM_CHALLENGE`: the public parameters that the pool's triggers set. */
  | { readonly type: 'custom'; readonly parameters: Readonly<Record<string, string>> }
  /** `SELECT_MFA_TYPE`: the user chooses the factor. */
  | { readonly type: 'mfaType'; readonly options: readonly MfaType[] }
  /** `MFA_SETUP`: the pool wants a second factor and the user has none. */
  | { readonly type: 'mfaSetup'; readonly options: readonly MfaType[] }
  /** `NEW_PASSWORD_REQUIRED`: the password was temporary. */
  | {
      readonly type: 'newPassword'
      /** Names of attributes that must come with the new password. */
      readonly missingAttributes: readonly string[]
      /** Names of attributes that have a value. They are not sent back: Cognito rejects that for required ones. */
      readonly providedAttributes: readonly string[]
    }
  /** `SELECT_CHALLENGE`: the user chooses the first factor, one of `factors`. */
  | {
      readonly type: 'factor'
      /** The factor that was requested and that the user does not have; `undefined` if none was. */
      readonly rejected: FirstFactor | undefined
    }
  /** `WEB_AUTHN`: a passkey. */
  | {
      readonly type: 'passkey'
      /** `PublicKeyCredentialRequestOptionsJSON` as JSON text (`CREDENTIAL_REQUEST_OPTIONS`). */
      readonly request: string
    }
  /** A challenge that this version does not know. */
  | { readonly type: 'unknown'; readonly name: string }

/** Cognito requires another answer before it issues tokens. */
export type Challenge = ChallengeRequest & {
  readonly kind: 'challenge'
  /** The user who answers, in Cognito's spelling (`USERNAME`). */
  readonly username: string
  /**
   * The first factors that the user may choose (`AvailableChallenges`), each once; empty outside of
   * `USER_AUTH`. The chart keeps the list of the challenge before, if a response has none.
   */
  readonly factors: readonly FirstFactor[]
  /** Valid for one answer, for some minutes (`Session`; `AuthSessionValidity`, 3 by default). */
  readonly session: Secret | undefined
  /** Epoch ms. */
  readonly issuedAt: number
}

/** The answer to each {@link ChallengeRequest} that takes one. */
export type ChallengeAnswer =
  | { readonly type: 'code'; readonly code: Secret }
  /** `AuthenticationResponseJSON` as JSON text. */
  | { readonly type: 'passkey'; readonly credential: Secret }
  | { readonly type: 'custom'; readonly answer: Secret }
  | { readonly type: 'mfaType'; readonly mfaType: MfaType }
  /** `MFA_SETUP` after `VerifySoftwareToken`. */
  | { readonly type: 'totpSetup' }
  /** `MFA_SETUP` by e-mail: Cognito then sends a code there. */
  | { readonly type: 'emailSetup'; readonly email: string }
  | {
      readonly type: 'newPassword'
      readonly password: Secret
      readonly attributes?: Readonly<Record<string, string>> | undefined
    }

export interface ChallengeInput {
  readonly challenge: Challenge
  readonly answer: ChallengeAnswer
  readonly clientMetadata?: ClientMetadata | undefined
}
