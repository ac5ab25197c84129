/** What the service remembers between a WEB_AUTHN challenge and its response. */
export interface PasskeyRequest {
  /** CREDENTIAL_REQUEST_OPTIONS: PublicKeyCredentialRequestOptionsJSON as text. */
  readonly options: string
  /** Base64url; the client data of the response must contain it. */
  readonly challenge: string
  readonly relyingPartyId: string
  readonly userVerification: 'preferred' | 'required'
}
