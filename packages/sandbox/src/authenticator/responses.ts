/** Bytes in base64url, without padding. */
type Base64Url = string

interface CredentialDescriptor {
  readonly id: Base64Url
  readonly type?: string
  readonly transports?: readonly string[]
}

/** The members of PublicKeyCredentialCreationOptionsJSON that an authenticator reads. */
export interface CreationOptions {
  readonly rp: { readonly id?: string; readonly name?: string }
  readonly user: { readonly id: Base64Url; readonly name?: string; readonly displayName?: string }
  readonly challenge: Base64Url
  readonly pubKeyCredParams: readonly { readonly alg: number; readonly type?: string }[]
  readonly excludeCredentials?: readonly CredentialDescriptor[]
  readonly authenticatorSelection?: { readonly userVerification?: string }
}

/** The members of PublicKeyCredentialRequestOptionsJSON that an authenticator reads. */
export interface RequestOptions {
  readonly challenge: Base64Url
  readonly rpId?: string
  readonly allowCredentials?: readonly CredentialDescriptor[]
  readonly userVerification?: string
}

export type Attachment = 'platform' | 'cross-platform'

interface CredentialResponse {
  readonly id: Base64Url
  readonly rawId: Base64Url
  readonly type: 'public-key'
  readonly authenticatorAttachment: Attachment
  readonly clientExtensionResults: Record<string, never>
}

/** What `navigator.credentials.create` returns, after `toJSON` (WebAuthn level 3 §5.1). */
export interface RegistrationResponse extends CredentialResponse {
  readonly response: {
    readonly clientDataJSON: Base64Url
    readonly attestationObject: Base64Url
    readonly authenticatorData: Base64Url
    readonly transports: string[]
    readonly publicKey: Base64Url
    readonly publicKeyAlgorithm: number
  }
}

/** What `navigator.credentials.get` returns, after `toJSON` (WebAuthn level 3 §5.1). */
export interface AuthenticationResponse extends CredentialResponse {
  readonly response: {
    readonly clientDataJSON: Base64Url
    readonly authenticatorData: Base64Url
    readonly signature: Base64Url
    readonly userHandle: Base64Url
  }
}
