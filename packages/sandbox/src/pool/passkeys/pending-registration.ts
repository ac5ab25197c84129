/** A registration between StartWebAuthnRegistration and CompleteWebAuthnRegistration. */
export interface PasskeyRegistration {
  readonly challenge: string
  readonly sub: string
  readonly clientId: string
  readonly relyingPartyId: string
  readonly isVerificationRequired: boolean
  /** Epoch ms. */
  readonly expiresAt: number
}
