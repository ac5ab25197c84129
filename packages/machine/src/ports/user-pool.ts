import type { Secret } from '../secret.ts'
import type { AccountCalls, NewDevice } from './account.ts'
import type { Challenge, ChallengeInput, ClientMetadata } from './challenge.ts'
import type { CodeDelivery } from './code-delivery.ts'
import type { PasswordPolicy } from './password-policy.ts'
import type { RequestOptions } from './request-options.ts'
import type { TokenSet } from './token-store.ts'

/** How a sign-in starts; the configuration's `authenticationFlowType` unless told. */
export type AuthFlowType = 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH'

export interface SignInInput {
  readonly username: string
  /** Not needed for `CUSTOM_AUTH`, which without one starts with the pool's own challenge. */
  readonly password?: Secret | undefined
  readonly authFlowType?: AuthFlowType | undefined
  /** Passed to the pre authentication trigger. */
  readonly validationData?: Readonly<Record<string, string>> | undefined
  readonly clientMetadata?: ClientMetadata | undefined
}

export interface TokensOutcome {
  readonly kind: 'tokens'
  readonly tokens: Secret<TokenSet>
  /** Where the pool tracks devices and has not seen this one. */
  readonly newDevice: NewDevice | undefined
  /** The tokens are bound to a device, new or known. */
  readonly isDeviceTracked: boolean
}

export type SignInOutcome = TokensOutcome | Challenge

export interface SignUpInput {
  readonly username: string
  readonly password: Secret
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
}

/** Asks for a code to be sent. */
export interface SendCodeInput {
  readonly username: string
  readonly clientMetadata?: ClientMetadata | undefined
}

export interface ConfirmSignUpInput extends SendCodeInput {
  readonly code: Secret
  /** Takes the e-mail or phone over from another user who has it as an alias. */
  readonly forceAliasCreation?: boolean | undefined
}

export interface ResetPasswordInput extends SendCodeInput {
  readonly code: Secret
  readonly password: Secret
}

/** Who sets up an authenticator app: somebody who is signing in, or somebody who is signed in. */
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
 * The calls to a Cognito user pool, one request each (those that speak SRP make its two or more: a
 * password and its ephemeral key must not rest between them). All reject with what `toFailure()`
 * understands.
 */
export interface UserPool extends AccountCalls {
  /** For checks while the user types; Cognito checks itself. */
  readonly passwordPolicy: PasswordPolicy
  /** `InitiateAuth`, and SRP's `RespondToAuthChallenge`. */
  signIn(input: SignInInput, options: RequestOptions): Promise<SignInOutcome>
  /** `RespondToAuthChallenge`, and device SRP's where Cognito asks for it. */
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
  confirmSignUp(input: ConfirmSignUpInput, options: RequestOptions): Promise<void>
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
  /** `RevokeToken`: ends this session at Cognito, where it has a refresh token to revoke. */
  revokeToken(tokens: Secret<TokenSet>, options: RequestOptions): Promise<void>
  /** `GlobalSignOut`: ends all sessions of the user. */
  globalSignOut(tokens: Secret<TokenSet>, options: RequestOptions): Promise<void>
}
