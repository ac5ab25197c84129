/** Where a client receives the response to its authorization request. */
export interface Callback {
  /** As the client sent it, and possibly registered it. */
  readonly redirectUri: string
  readonly responseType: 'code' | 'token'
  readonly state: string | undefined
}

/** A checked request to /oauth2/authorize or /login. */
export interface AuthorizationRequest extends Callback {
  readonly scopes: readonly string[]
  readonly nonce: string | undefined
  /** S256. */
  readonly codeChallenge: string | undefined
  /** `COGNITO` or the name of an external provider, if the client chose one. */
  readonly provider: string | undefined
  readonly loginHint: string
  /** BCP 47. */
  readonly lang: string
  readonly prompt: readonly string[]
}
