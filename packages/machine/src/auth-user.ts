/** The signed-in user. */
export interface AuthUser {
  /**
   * How: by the user pool's API (`userPool`), through the hosted UI (`hostedUi`), or with the token
   * of another provider at the identity pool alone (`federated`: AWS credentials, no Cognito tokens).
   */
  readonly kind: 'userPool' | 'hostedUi' | 'federated'
  /** `cognito:username`; of a federated user the name, the e-mail or the `userId`. */
  readonly username: string
  /** `sub`: never changes, unlike the username's spelling or the e-mail. */
  readonly userId: string
  readonly email: string | undefined
  /** `name`: what to greet with. */
  readonly name: string | undefined
  /** `cognito:groups`. */
  readonly groups: readonly string[]
  /** The external provider, e.g. `Google`; `undefined` for users of the pool itself. */
  readonly provider: string | undefined
  /**
   * What the ID token says of the user, e.g. `claims['custom:plan']`, as the issuer has it: standard and custom
   * attributes, `cognito:groups`, and what the option `claims` of {@link createAuth} names. What else a trigger of the
   * pool has added is in the token alone. Empty for a federated user.
   */
  readonly claims: Readonly<Record<string, unknown>>
}
