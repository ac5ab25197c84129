/** A passkey that a user registered (WebAuthn level 3). Bytes are base64url without padding. */
export interface Passkey {
  /** The credential id. */
  readonly id: string
  /** The COSE public key. */
  readonly publicKey: string
  /** The signature counter of the last use. */
  readonly counter: number
  /** As the client reported them; can be empty. */
  readonly transports: readonly string[]
  readonly attachment?: 'platform' | 'cross-platform' | undefined
  readonly relyingPartyId: string
  readonly friendlyName: string
  /** Epoch ms. */
  readonly createdAt: number
}
