import type { AuthUser } from '../auth-user.ts'
import type { Challenge, CodeDelivery, PendingScreen, SignUpOutcome } from '../ports/index.ts'

/** Tokens have arrived and the session keeper has them; the chart only learns who it is. */
export interface SignedIn {
  readonly kind: 'signedIn'
  readonly user: AuthUser
}

export type SignInResult = SignedIn | Challenge

/** `passwordNeeded` when the vault has forgotten the password. */
export type AutoSignInResult = SignInResult | { readonly kind: 'passwordNeeded' }

/** What is there when a page loads. `due`: tokens that need a refresh first. */
export type RestoreResult =
  | SignedIn
  | { readonly kind: 'due'; readonly user: AuthUser }
  | { readonly kind: 'pending'; readonly screen: PendingScreen }
  | { readonly kind: 'signedOut' }

export interface CodeSent {
  readonly delivery: CodeDelivery | undefined
  /** Epoch ms before which no further code may be asked for. */
  readonly resendAt: number
}

export type SignUpResult = CodeSent & Pick<SignUpOutcome, 'kind'>
