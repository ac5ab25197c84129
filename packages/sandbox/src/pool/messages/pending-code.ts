export interface PendingCode {
  readonly code: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** The attribute to which the code was sent. The code verifies it. */
  readonly attribute: 'email' | 'phone_number'
}

/** A code for an attribute that gets `value` when it is verified. */
export interface AttributeCode extends PendingCode {
  readonly value: string
}
