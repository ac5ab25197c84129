/** The pool's rules for passwords (`PasswordPolicyType`). */
export interface PasswordPolicy {
  /** Characters, 6 to 99. */
  readonly minLength: number
  readonly requireUppercase: boolean
  readonly requireLowercase: boolean
  readonly requireNumbers: boolean
  readonly requireSymbols: boolean
}
