/** What a user may sign in with. */
export type LoginMechanism = 'username' | 'email' | 'phone'

/** A user attribute that the sign-up form has a field for. */
export interface SignUpAttribute {
  /** As Cognito names it, e.g. `email`, `phone_number`, `custom:team`. */
  readonly name: string
  readonly isRequired: boolean
}

/** The fields of the forms, from the configuration. */
export interface FormSettings {
  /**
   * What signs a user in; at least one. Without `username` the user name is an e-mail address or a phone
   * number; beside `username` the others are aliases.
   */
  readonly loginWith: readonly LoginMechanism[]
  /** What a sign-up takes besides user name and password, in the order of the form. */
  readonly attributes: readonly SignUpAttribute[]
}
