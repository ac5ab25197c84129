import type { TokenFamily } from '../pool/tokens/token-family.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import type { Identity } from './providers/provider-identities.ts'

/** What a code stands for. The sandbox has one client, which it is bound to by itself. */
export interface AuthorizationCode {
  readonly request: AuthorizationRequest
  readonly login: Login
  /** Epoch ms. */
  readonly expiresAt: number
  /** What was issued for it. */
  family?: TokenFamily
}

/** An authorization request that waits for a browser to come back from an external provider. */
export interface ProviderVisit {
  readonly request: AuthorizationRequest
  readonly provider: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** Who was picked there; the provider's secret until the browser is back with its code. */
  picked?: { readonly code: string; readonly identity: Identity }
}

/** A browser that is signed in to the hosted UI, whatever becomes of tokens. */
export interface Login {
  readonly sub: string
  /** `COGNITO` or the external provider. */
  readonly provider: string
  /** Epoch seconds: `auth_time`. */
  readonly at: number
  /** Epoch ms. */
  readonly expiresAt: number
}

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
