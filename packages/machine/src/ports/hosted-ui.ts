import type { Secret } from '../secret.ts'
import type { RequestOptions } from './request-options.ts'
import type { TokenSet } from './token-store.ts'

/** What may be asked of the hosted UI (`/oauth2/authorize`). */
export interface RedirectInput {
  /** Straight to a provider (`identity_provider`), e.g. `Google` or the name of a SAML one. */
  readonly provider?: string | undefined
  /** Straight to the provider that an identifier belongs to (`idp_identifier`), e.g. a domain. */
  readonly idpIdentifier?: string | undefined
  /** The username or e-mail to begin with. */
  readonly loginHint?: string | undefined
  /** The language of the pages, e.g. `de`. */
  readonly lang?: string | undefined
  /** `login` asks again who has signed in before; `none` asks nobody. */
  readonly prompt?: 'login' | 'none' | 'select_account' | 'consent' | undefined
  /** Kept in this browser and handed back with the sign-in, e.g. the page that was wanted. */
  readonly customState?: string | undefined
}

export interface RedirectOutcome {
  readonly tokens: Secret<TokenSet>
  readonly customState: string | undefined
}

/** Cognito's own sign-in pages, and through them other providers. */
export interface HostedUi {
  /** Those with a button, as `identity_provider` names them. */
  readonly providers: readonly string[]
  /** The address of this page, where it is the answer to a redirect; taken out of the address bar. */
  takeAnswer(): Secret | undefined
  /** Leads to the pages. What comes back is as with the navigator's `open`. */
  open(input: RedirectInput, options: RequestOptions): Promise<Secret | undefined>
  /**
   * Checks an answer and gets its tokens: by the authorization code (RFC 6749 4.1, RFC 7636), or out
   * of the address (4.2).
   */
  complete(answer: Secret, options: RequestOptions): Promise<RedirectOutcome>
  /** Ends the session of the pages themselves (`/logout`). */
  close(options: RequestOptions): Promise<void>
}
