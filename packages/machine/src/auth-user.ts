/** Who is signed in, read from the ID token. */
export interface AuthUser {
  /** `cognito:username`. */
  readonly username: string
  /** `sub`: never changes, unlike the username's spelling or the e-mail. */
  readonly userId: string
  readonly email: string | undefined
  /** `cognito:groups`. */
  readonly groups: readonly string[]
}
