import type { Secret } from '../secret.ts'
import type { TokenSet } from './token-store.ts'

/** Where Cognito sent a code, masked by Cognito (`CodeDeliveryDetails`). */
export interface CodeDelivery {
  readonly medium: 'EMAIL' | 'SMS'
  /** Masked, e.g. `a***@e***`. */
  readonly destination: string
  /** The attribute the code verifies, e.g. `email`. */
  readonly attribute: string | undefined
}

/** Passed on to the Lambda triggers of the pool (`ClientMetadata`). */
export type ClientMetadata = Readonly<Record<string, string>>

export interface SignInInput {
  readonly username: string
  readonly password: Secret
  readonly clientMetadata?: ClientMetadata | undefined
}

/** Cognito wants one more answer before it gives tokens (`ChallengeName`). */
export interface Challenge {
  readonly kind: 'challenge'
  readonly name: string
}

export type SignInOutcome =
  | { readonly kind: 'tokens'; readonly tokens: Secret<TokenSet> }
  | Challenge

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

export interface ConfirmSignUpInput {
  readonly username: string
  readonly code: Secret
  readonly clientMetadata?: ClientMetadata | undefined
}

/** How a request is given up: every method stops when the signal aborts. */
export interface RequestOptions {
  readonly signal: AbortSignal
}

/**
 * The calls to a Cognito user pool, one request each (`signIn` makes SRP's two: the password and
 * its ephemeral key must not rest between them). All reject with what `toFailure()` understands.
 */
export interface UserPool {
  /** `InitiateAuth` with `USER_SRP_AUTH` and `RespondToAuthChallenge`, or `USER_PASSWORD_AUTH`. */
  signIn(input: SignInInput, options: RequestOptions): Promise<SignInOutcome>
  /** `SignUp`. */
  signUp(input: SignUpInput, options: RequestOptions): Promise<SignUpOutcome>
  /** `ConfirmSignUp`. */
  confirmSignUp(input: ConfirmSignUpInput, options: RequestOptions): Promise<void>
  /** `ResendConfirmationCode`. */
  resendSignUpCode(
    input: { readonly username: string },
    options: RequestOptions,
  ): Promise<CodeDelivery | undefined>
  /** `GetTokensFromRefreshToken`. Keeps the refresh token when Cognito does not rotate it. */
  refreshTokens(tokens: Secret<TokenSet>, options: RequestOptions): Promise<Secret<TokenSet>>
  /** `RevokeToken`: ends this session at Cognito. */
  revokeToken(tokens: Secret<TokenSet>, options: RequestOptions): Promise<void>
  /** `GlobalSignOut`: ends all sessions of the user. */
  globalSignOut(tokens: Secret<TokenSet>, options: RequestOptions): Promise<void>
}
