import type { Secret } from '../secret.ts'
import type { RequestOptions } from './request-options.ts'

/** The tokens of a Cognito session, as Cognito sent them. */
export interface TokenSet {
  readonly idToken: string
  readonly accessToken: string
  /** `undefined` for the implicit grant: its session ends when its tokens expire. */
  readonly refreshToken: string | undefined
}

/** The name and e-mail of another provider's user, for a greeting. */
export interface ProviderProfile {
  readonly name?: string | undefined
  readonly email?: string | undefined
}

/** A session without a user pool: the token of another provider, for the identity pool. */
export interface ProviderToken {
  /** `google`, `facebook`, `amazon`, `developer`, or the host of an OpenID issuer. */
  readonly provider: string
  readonly token: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** Only for `developer`: the app's own server got it from the identity pool. */
  readonly identityId: string | undefined
  readonly profile: ProviderProfile
}

export type SessionTokens = Secret<TokenSet> | Secret<ProviderToken>

export interface SaveOptions extends Partial<RequestOptions> {
  /** By how much this machine's clock is ahead of Cognito's, in ms. */
  readonly clockDrift?: number | undefined
}

/** Stores the tokens between page loads. No other place stores a token. */
export interface TokenStore {
  /** The stored tokens; `undefined` when there are none. May clear stored values that are no session. */
  load(): Promise<SessionTokens | undefined>
  /**
   * Replaces the stored tokens. Rejects when the storage does (full, blocked), and when `signal` aborts:
   * then it undoes its own writes, and keeps what another tab has written meanwhile.
   */
  save(tokens: SessionTokens, options?: SaveOptions): Promise<void>
  /** The `clockDrift` that was saved with these tokens. Absent in a store that saves none. */
  loadClockDrift?(tokens: SessionTokens): Promise<number | undefined>
  clear(): Promise<void>
}
