import type { Secret } from '../secret.ts'

/** The second factors of a user pool: `SMS_MFA`, `SOFTWARE_TOKEN_MFA` and `EMAIL_OTP`. */
export type MfaType = 'SMS' | 'TOTP' | 'EMAIL'

/** Passed on to the Lambda triggers of the pool (`ClientMetadata`). */
export type ClientMetadata = Readonly<Record<string, string>>

/** What each challenge of Cognito asks for, in the words of the chart. */
export type ChallengeRequest =
  /** `SMS_MFA`, `SOFTWARE_TOKEN_MFA`, `EMAIL_OTP`: a code. */
  | {
      readonly type: 'code'
      readonly mfaType: MfaType
      /** Masked by Cognito; `undefined` for TOTP. */
      readonly destination: string | undefined
      /** The name that the user gave the authenticator app (`FRIENDLY_DEVICE_NAME`). */
      readonly deviceName: string | undefined
    }
  /** `CUSTOM_CHALLENGE`: what the pool's triggers made public of it. */
  | { readonly type: 'custom'; readonly parameters: Readonly<Record<string, string>> }
  /** `SELECT_MFA_TYPE`: which factor is to be asked for. */
  | { readonly type: 'mfaType'; readonly options: readonly MfaType[] }
  /** `MFA_SETUP`: the pool wants a second factor and the user has none. */
  | { readonly type: 'mfaSetup'; readonly options: readonly MfaType[] }
  /** `NEW_PASSWORD_REQUIRED`: the password was temporary. */
  | {
      readonly type: 'newPassword'
      /** Names of attributes that must come with the new password. */
      readonly missingAttributes: readonly string[]
      /** Names of attributes that are set. They are not sent back: Cognito rejects it of required ones. */
      readonly providedAttributes: readonly string[]
    }
  /** A challenge that nobody here knows. */
  | { readonly type: 'unknown'; readonly name: string }

/** Cognito wants one more answer before it gives tokens. */
export type Challenge = ChallengeRequest & {
  readonly kind: 'challenge'
  /** Who answers, in Cognito's spelling (`USERNAME`). */
  readonly username: string
  /** Good for one answer, for some minutes (`Session`; `AuthSessionValidity`, 3 unless set). */
  readonly session: Secret | undefined
  /** Epoch ms. */
  readonly askedAt: number
}

/** The answer to each {@link ChallengeRequest} that takes one. */
export type ChallengeAnswer =
  | { readonly type: 'code'; readonly code: Secret }
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
