import type { AuthUser } from '../auth-user.ts'

/**
 * The session of the signed-in user, for callers of APIs.
 *
 * @example
 * const { accessToken } = await auth.getSession()
 * await fetch(url, { headers: { authorization: `Bearer ${accessToken}` } })
 */
export interface AuthSession {
  readonly user: AuthUser
  readonly accessToken: string
  readonly idToken: string
  /** Epoch ms, on this machine's clock. */
  readonly expiresAt: number
  /** When the timer refreshes the tokens, epoch ms; `undefined` if they cannot be refreshed. */
  readonly refreshAt: number | undefined
}

/** No user is signed in, or the session that a call was made in has ended meanwhile. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

export const sessionHasEnded = 'The session of this call has ended'

/** A federated sign-in starts on the `signIn` screen; the chart is on another one. */
export class SignedInError extends Error {
  override readonly name = 'SignedInError'
  constructor() {
    super('A federated sign-in begins at the signIn screen: go there, or sign out first')
  }
}

/** The user is signed in with the token of another provider: there are no Cognito tokens. */
export class FederatedUserError extends Error {
  override readonly name = 'FederatedUserError'
  constructor(provider: string | undefined) {
    super(`Signed in with ${provider}, not with the user pool: there are AWS credentials only`)
  }
}

/** The tokens have expired, and there is no refresh token. */
export class SessionExpiredError extends Error {
  override readonly name = 'SessionExpiredError'
}

/** `auth.stop()` was called: all later calls reject. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
}
