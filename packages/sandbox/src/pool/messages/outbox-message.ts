/** A message Cognito would have sent. */
export interface OutboxMessage {
  readonly id: string
  /** ISO 8601, sandbox time. */
  readonly at: string
  readonly medium: 'EMAIL' | 'SMS'
  readonly to: string
  readonly username: string
  readonly kind:
    | 'signUp'
    | 'resendCode'
    | 'adminCreateUser'
    | 'forgotPassword'
    | 'updateAttribute'
    | 'verifyAttribute'
    | 'mfa'
    | 'signIn'
  /** The code, or the temporary password in an invitation. */
  readonly code: string
  readonly body: string
}
