export interface PendingCode {
  readonly code: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** The attribute the code was sent to, which it verifies. */
  readonly attribute: 'email' | 'phone_number'
}

/** A code for an attribute, which is to have `value` once it is verified. */
export interface AttributeCode extends PendingCode {
  readonly value: string
}
