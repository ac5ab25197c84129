import { decodeJwt } from 'jose'
import type { AuthUser } from '../auth-user.ts'

/** What the client needs to know of its tokens. Decoded, not verified: they came from Cognito over TLS. */
export interface IdTokenFacts {
  readonly user: AuthUser
  /** Epoch ms, on Cognito's clock. */
  readonly issuedAt: number
  /** Epoch ms, on Cognito's clock. */
  readonly expiresAt: number
}

/** @throws when the token does not decode or lacks `sub`, `cognito:username`, `iat` or `exp`. */
export function readIdToken(idToken: string): IdTokenFacts {
  const claims = decodeJwt(idToken)
  const { sub, iat, exp, email } = claims
  const username = claims['cognito:username']
  const groups = claims['cognito:groups']
  if (!sub || typeof username !== 'string' || iat === undefined || exp === undefined) {
    throw new TypeError('The ID token lacks sub, cognito:username, iat or exp')
  }
  return {
    user: {
      username,
      userId: sub,
      email: typeof email === 'string' ? email : undefined,
      groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
    },
    issuedAt: iat * 1000,
    expiresAt: exp * 1000,
  }
}
