import type { AuthUser } from '../auth-user.ts'

/** The session of the signed-in user, for callers of APIs. */
export interface AuthSession {
  readonly user: AuthUser
  readonly accessToken: string
  readonly idToken: string
  /** Epoch ms, on this machine's clock. */
  readonly expiresAt: number
}

/** Nobody is signed in, so there is no token to give. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** The auth was stopped: it answers no more. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
}
