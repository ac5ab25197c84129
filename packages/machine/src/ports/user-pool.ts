import type { Secret } from '../secret.ts'
import type { AccountCalls, NewDevice } from './account.ts'
import type { Challenge, ChallengeInput, ClientMetadata, FirstFactor } from './challenge.ts'
import type { CodeDelivery } from './code-delivery.ts'
import type { FormSettings } from './form-settings.ts'
import type { PasswordPolicy } from './password-policy.ts'
import type { PasswordlessSettings } from './passwordless.ts'
import type { RequestOptions } from './request-options.ts'
import type { TokenSet } from './token-store.ts'

/** How a sign-in starts; by default the configuration's `authenticationFlowType`. */
export type AuthFlowType = 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH' | 'USER_AUTH'

export interface SignInInput {
  readonly username: string
  /**
   * Not needed for `CUSTOM_AUTH`, which without one starts with the pool's own challenge, and for `USER_AUTH`,
   * which without one starts with another factor.
   */
  readonly password?: Secret | undefined
  readonly authFlowType?: AuthFlowType | undefined
  /** The factor to begin with, in `USER_AUTH` (`PREFERRED_CHALLENGE`). */
  readonly factor?: FirstFactor | undefined
  /** The session of the confirmation of a sign-up: signs in without a factor, in `USER_AUTH` (`Session`). */
  readonly session?: Secret | undefined
  /** Passed to the pre authentication trigger. */
  readonly validationData?: Readonly<Record<string, string>> | undefined
  readonly clientMetadata?: ClientMetadata | undefined
}

export interface TokensOutcome {
  readonly kind: 'tokens'
  readonly tokens: Secret<TokenSet>
  /** Set when the pool tracks devices and does not know this one. */
  readonly newDevice: NewDevice | undefined
  /** The tokens are bound to a device, new or known. */
  readonly isDeviceTracked: boolean
}

export type SignInOutcome = TokensOutcome | Challenge

export interface SignUpInput {
  readonly username: string
  /** Not needed where the pool allows another first factor. */
  readonly password?: Secret | undefined
  /** User attributes by name, custom ones as `custom:name`. */
  readonly attributes?: Readonly<Record<string, string>> | undefined
  /** Passed to the pre sign-up trigger and not stored (`ValidationData`). */
  readonly validationData?: Readonly<Record<string, string>> | undefined
  readonly clientMetadata?: ClientMetadata | undefined
}

export interface SignUpOutcome {
  /** `confirmed` when a trigger of the pool confirmed the user at once: then no code was sent. */
  readonly kind: 'confirmed' | 'unconfirmed'
  readonly delivery: CodeDelivery | undefined
  /** For the confirmation (`Session`). */
  readonly session?: Secret | undefined
}

/** The answer to the code of a sign-up. */
export interface SignUpConfirmation {
  /** Signs the user in without a password, once and for some minutes (`Session`). */
  readonly session: Secret | undefined
}

/** The request to send a code. */
export interface SendCodeInput {
  readonly username: string
  readonly clientMetadata?: ClientMetadata | undefined
}

export interface ConfirmSignUpInput extends SendCodeInput {
  readonly code: Secret
  /** The session of the sign-up. */
  readonly session?: Secret | undefined
  /** Moves the e-mail or phone from another user who has it as an alias to this user. */
  readonly forceAliasCreation?: boolean | undefined
}

export interface ResetPasswordInput extends SendCodeInput {
  readonly code: Secret
  readonly password: Secret
}

/** The user who sets up an authenticator app: the challenge while signing in, the tokens afterwards. */
export type TotpHolder = Challenge | Secret<TokenSet>

export interface TotpSetup {
  /** Base32, for the authenticator app (`SecretCode`). */
  readonly secret: Secret
  /** The challenge with its next session, while signing in. */
  readonly challenge: Challenge | undefined
}

export interface VerifyTotpInput {
  readonly code: Secret
  /** Shown to the user later (`FriendlyDeviceName`). */
  readonly deviceName?: string | undefined
}

/**
 * The calls to a Cognito user pool, one request each. A call with SRP makes two or more requests: a
 * password and its ephemeral key must not be stored between them. All reject with errors that
 * `toFailure()` can read.
 */
export interface UserPool extends AccountCalls {
  /** For checks while the user types. Cognito checks the password again. */
  readonly passwordPolicy: PasswordPolicy
  /** By default a user name signs in, and the sign-up form has no attributes. */
  readonly formSettings?: FormSettings | undefined
  /** `undefined`: a password is the only first factor. */
  readonly passwordless?: PasswordlessSettings | undefined
  /** `InitiateAuth`, and SRP's `RespondToAuthChallenge`. */
  signIn(input: SignInInput, options: RequestOptions): Promise<SignInOutcome>
  /** `RespondToAuthChallenge`, and device SRP's when Cognito requires it. */
  respondToChallenge(input: ChallengeInput, options: RequestOptions): Promise<SignInOutcome>
  /** `AssociateSoftwareToken`. */
  associateSoftwareToken(holder: TotpHolder, options: RequestOptions): Promise<TotpSetup>
  /** `VerifySoftwareToken`: the challenge with its next session, while signing in. */
  verifySoftwareToken(
    holder: TotpHolder,
    input: VerifyTotpInput,
    options: RequestOptions,
  ): Promise<Challenge | undefined>
  /** `SignUp`. */
  signUp(input: SignUpInput, options: RequestOptions): Promise<SignUpOutcome>
  /** `ConfirmSignUp`. */
  confirmSignUp(input: ConfirmSignUpInput, options: RequestOptions): Promise<SignUpConfirmation>
  /** `ResendConfirmationCode`. */
  resendSignUpCode(input: SendCodeInput, options: RequestOptions): Promise<CodeDelivery | undefined>
  /** `ForgotPassword`. */
  forgotPassword(input: SendCodeInput, options: RequestOptions): Promise<CodeDelivery | undefined>
  /** `ConfirmForgotPassword`. */
  resetPassword(input: ResetPasswordInput, options: RequestOptions): Promise<void>
  /** `GetTokensFromRefreshToken`. Keeps the refresh token when Cognito does not rotate it. */
  refreshTokens(
    tokens: Secret<TokenSet>,
    options: RequestOptions & { readonly clientMetadata?: ClientMetadata | undefined },
  ): Promise<Secret<TokenSet>>
  /** `RevokeToken`: ends this session at Cognito. Does nothing without a refresh token. */
  revokeToken(tokens: Secret<TokenSet>, options: RequestOptions): Promise<void>
  /** `GlobalSignOut`: ends all sessions of the user. */
  globalSignOut(tokens: Secret<TokenSet>, options: RequestOptions): Promise<void>
}
