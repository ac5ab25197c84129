import type { AuthUser } from '../auth-user.ts'

/** The session of the signed-in user, for callers of APIs. */
export interface AuthSession {
  readonly user: AuthUser
  readonly accessToken: string
  readonly idToken: string
  /** Epoch ms, on this machine's clock. */
  readonly expiresAt: number
  /** When the tokens are refreshed though nobody asks, epoch ms; `undefined` where nothing can refresh them. */
  readonly refreshAt: number | undefined
}

/** Nobody is signed in, or the session for which a request was made has ended meanwhile. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

export const sessionHasEnded = 'The session that asked for this has ended'

/** Who is to sign in has to begin at the `signIn` screen; the chart is at another. */
export class SignedInError extends Error {
  override readonly name = 'SignedInError'
  constructor() {
    super('A federated sign-in begins at the signIn screen: go there, or sign out first')
  }
}

/** The user has signed in with another provider's token, so there are no Cognito tokens. */
export class FederatedUserError extends Error {
  override readonly name = 'FederatedUserError'
  constructor(provider: string | undefined) {
    super(`Signed in with ${provider}, not with the user pool: there are AWS credentials only`)
  }
}

/** The tokens have expired, and nothing is there to refresh them with. */
export class SessionExpiredError extends Error {
  override readonly name = 'SessionExpiredError'
}

/** The auth was stopped: it answers no more. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
}
