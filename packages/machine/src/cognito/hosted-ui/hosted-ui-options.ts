import type { Clock, Navigator } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import type { HostedUiConfig } from '../config/hosted-ui-config.ts'

/** The endpoints of an authorization server (RFC 8414). */
export interface AuthorizationServer {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  /** Cognito's `/logout`, which is not OpenID Connect's. */
  readonly logout_endpoint: string
}

export interface HostedUiOptions {
  readonly config: HostedUiConfig
  readonly clientId: string
  readonly server: AuthorizationServer
  readonly navigator: Navigator
  /** Stores redirects while the hosted UI replaces the page. */
  readonly storage: KeyValueStorage
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
}
