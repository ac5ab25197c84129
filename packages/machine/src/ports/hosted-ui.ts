import type { Secret } from '../secret.ts'
import type { RequestOptions } from './request-options.ts'
import type { TokenSet } from './token-store.ts'

/** The parameters of `/oauth2/authorize`. */
export interface RedirectInput {
  /** Straight to a provider (`identity_provider`), e.g. `Google` or the name of a SAML one. */
  readonly provider?: string | undefined
  /** Straight to the provider that an identifier belongs to (`idp_identifier`), e.g. a domain. */
  readonly idpIdentifier?: string | undefined
  /** The username or e-mail to begin with. */
  readonly loginHint?: string | undefined
  /** The language of the pages, e.g. `de`. */
  readonly lang?: string | undefined
  /** `login` requires a new sign-in although the pages have a session; `none` shows no page. */
  readonly prompt?: 'login' | 'none' | 'select_account' | 'consent' | undefined
  /** Stored in this browser and returned with the sign-in, e.g. the page that the user wanted. */
  readonly customState?: string | undefined
}

export interface RedirectOutcome {
  readonly tokens: Secret<TokenSet>
  readonly customState: string | undefined
}

/** What the token endpoint gives tokens for (RFC 6749, 4.1.3; RFC 7636, 4.5). */
export interface CodeGrant {
  readonly code: Secret
  /** `undefined` if the identity provider began the sign-in. */
  readonly codeVerifier: Secret | undefined
  /** The address that the code was sent to. */
  readonly redirectUri: string
}

/** Cognito's own sign-in pages, and through them other providers. */
export interface HostedUi {
  /** The providers that have a button, as `identity_provider` names them. */
  readonly providers: readonly string[]
  /** The address of this page when it is the answer to a redirect. Removes it from the address bar. */
  takeAnswer(): Secret | undefined
  /** Opens the pages. Resolves like `open` of the navigator. */
  open(input: RedirectInput, options: RequestOptions): Promise<Secret | undefined>
  /**
   * Checks an answer and gets its tokens: by the authorization code (RFC 6749 4.1, RFC 7636), or from
   * the address (RFC 6749 4.2).
   */
  complete(answer: Secret, options: RequestOptions): Promise<RedirectOutcome>
  /** `/oauth2/token`: the request of {@link complete}, which checks the tokens that it gives. */
  redeemCode(grant: CodeGrant, options: RequestOptions): Promise<Secret<TokenSet>>
  /** Ends the session of the pages themselves (`/logout`). */
  close(options: RequestOptions): Promise<void>
}
