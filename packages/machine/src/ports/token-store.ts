import type { Secret } from '../secret.ts'
import type { RequestOptions } from './request-options.ts'

/** The tokens of a Cognito session, as Cognito sent them. */
export interface TokenSet {
  readonly idToken: string
  readonly accessToken: string
  /** The implicit grant gives none: its session ends with its tokens. */
  readonly refreshToken: string | undefined
}

/** What another provider says of its user, as far as a greeting needs it. */
export interface ProviderProfile {
  readonly name?: string | undefined
  readonly email?: string | undefined
}

/** A session of an identity pool alone: the token of another provider, and no Cognito token. */
export interface ProviderToken {
  /** `google`, `facebook`, `amazon`, `developer`, or the host of an OpenID issuer. */
  readonly provider: string
  readonly token: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** Of `developer`, whose own server asks for it. */
  readonly identityId: string | undefined
  readonly profile: ProviderProfile
}

export type SessionTokens = Secret<TokenSet> | Secret<ProviderToken>

export interface SaveOptions extends Partial<RequestOptions> {
  /** By how much this machine's clock is ahead of Cognito's, in ms. */
  readonly clockDrift?: number | undefined
}

/** Where tokens rest between page loads: the only place that ever stores one. */
export interface TokenStore {
  /** The stored tokens; `undefined` when there are none. What is stored and is not a session may be cleared. */
  load(): Promise<SessionTokens | undefined>
  /**
   * Replaces what is stored. Rejects when the storage rejects (full, blocked), and when `signal` aborts:
   * then what was written is taken back, and what somebody else has written meanwhile stays.
   */
  save(tokens: SessionTokens, options?: SaveOptions): Promise<void>
  /** The `clockDrift` that was saved with these tokens, where it is of use; absent where none is kept. */
  loadClockDrift?(tokens: SessionTokens): Promise<number | undefined>
  clear(): Promise<void>
}
