/** Where a client waits for the answer to its authorization request. */
export interface Callback {
  /** As the client gave it, and may have registered it. */
  readonly redirectUri: string
  readonly responseType: 'code' | 'token'
  readonly state: string | undefined
}

/** What a client asks of /oauth2/authorize or /login, checked. */
export interface AuthorizationRequest extends Callback {
  readonly scopes: readonly string[]
  readonly nonce: string | undefined
  /** S256. */
  readonly codeChallenge: string | undefined
  /** `COGNITO` or an external provider's name, where the client chose. */
  readonly provider: string | undefined
  readonly loginHint: string
  /** BCP 47. */
  readonly lang: string
  readonly prompt: readonly string[]
}
