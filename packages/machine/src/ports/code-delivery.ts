/** Where Cognito sent a code, masked by Cognito (`CodeDeliveryDetails`). */
export interface CodeDelivery {
  readonly medium: 'EMAIL' | 'SMS'
  /** Masked, e.g. `a***@e***`. */
  readonly destination: string
  /** The attribute the code verifies, e.g. `email`. */
  readonly attribute: string
}
