import type { TokenFamily } from '../pool/tokens/token-family.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import type { Identity } from './providers/provider-identities.ts'

/** What a code was issued for. The sandbox has one client, so the code needs no client id. */
export interface AuthorizationCode {
  readonly request: AuthorizationRequest
  readonly login: Login
  /** Epoch ms. */
  readonly expiresAt: number
  /** The tokens issued for it. */
  family?: TokenFamily
}

/** An authorization request while its browser is at an external provider. */
export interface ProviderVisit {
  readonly request: AuthorizationRequest
  readonly provider: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** The identity picked there. The browser must return with its code. */
  picked?: { readonly code: string; readonly identity: Identity }
}

/** A browser that is signed in to the hosted UI, independent of its tokens. */
export interface Login {
  readonly sub: string
  /** `COGNITO` or the external provider. */
  readonly provider: string
  /** Epoch s: `auth_time`. */
  readonly at: number
  /** Epoch ms. */
  readonly expiresAt: number
}

/** The state of the hosted UI. A data directory does not store it. */
export interface HostedUiState {
  /** By code. */
  readonly codes: Map<string, AuthorizationCode>
  /** Browsers that are signed in, by cookie. */
  readonly logins: Map<string, Login>
  /** Browsers at an external provider, by the `state` in their URL. */
  readonly visits: Map<string, ProviderVisit>
}

export function createHostedUiState(): HostedUiState {
  return {
    codes: new Map(),
    logins: new Map(),
    visits: new Map(),
  }
}

/**
 * Drops entries that ended more than an hour ago. Until then a late request gets the reason. The
 * oldest come first.
 */
export function dropEnded(store: Map<string, { readonly expiresAt: number }>, now: number): void {
  for (const [key, { expiresAt }] of store) {
    if (now - expiresAt <= 3_600_000) return
    store.delete(key)
  }
}
