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
