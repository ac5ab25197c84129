import type { Secret } from '../secret.ts'

/** The three tokens of a Cognito session, as Cognito sent them. */
export interface TokenSet {
  readonly idToken: string
  readonly accessToken: string
  readonly refreshToken: string
}

/** Where tokens rest between page loads: the only place that ever stores one. */
export interface TokenStore {
  /** The stored tokens; `undefined` when there are none or what is stored is not a session. */
  load(): Promise<Secret<TokenSet> | undefined>
  /** Replaces what is stored. Rejects when the storage refuses (full, blocked). */
  save(tokens: Secret<TokenSet>): Promise<void>
  clear(): Promise<void>
}
