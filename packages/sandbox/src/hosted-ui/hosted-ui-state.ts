import type { Login } from './login/logins.ts'
import type { ProviderVisit } from './providers/provider-visits.ts'
import type { AuthorizationCode } from './tokens/authorization-codes.ts'

/** What the hosted UI remembers. Nothing of it is kept between runs. */
export interface HostedUiState {
  /** By the code. */
  readonly codes: Map<string, AuthorizationCode>
  /** Browsers that are signed in, by their cookie. */
  readonly logins: Map<string, Login>
  /** Browsers on their way to an external provider and back, by the `state` they carry. */
  readonly visits: Map<string, ProviderVisit>
}

export function createHostedUiState(): HostedUiState {
  return {
    codes: new Map(),
    logins: new Map(),
    visits: new Map(),
  }
}

/** Drops what ended more than an hour ago: until then a late request learns why. The oldest are first. */
export function dropEnded(store: Map<string, { readonly expiresAt: number }>, now: number): void {
  for (const [key, { expiresAt }] of store) {
    if (now - expiresAt <= 3_600_000) return
    store.delete(key)
  }
}
