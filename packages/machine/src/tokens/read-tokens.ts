import type { AuthUser } from '../auth-user.ts'
import { decodeJwt } from '../platform/decode-jwt.ts'
import type { ProviderToken, SessionTokens, TokenSet } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { readIdToken } from './id-token.ts'

/** What tokens say of themselves. Times are epoch ms, on the clock of who made them. */
export interface TokenFacts {
  readonly user: AuthUser
  /** `undefined` where the provider does not tell. */
  readonly issuedAt: number | undefined
  readonly expiresAt: number
  /** `origin_jti`: the same in all tokens of one sign-in, where the pool revokes tokens. */
  readonly originId?: unknown
  /** `auth_time`: when the user signed in. */
  readonly authTime?: unknown
}

export function isUserPool(tokens: SessionTokens): tokens is Secret<TokenSet> {
  return 'accessToken' in tokens.reveal()
}

/** @throws when a token of Cognito's does not decode. */
export function readTokens(tokens: SessionTokens): TokenFacts {
  const revealed = tokens.reveal()
  if (!('accessToken' in revealed)) {
    return { user: federatedUser(revealed), issuedAt: undefined, expiresAt: revealed.expiresAt }
  }
  const { user, issuedAt, expiresAt } = readIdToken(revealed.idToken)
  const kind = hasOpenIdScope(revealed.accessToken) ? 'hostedUi' : 'userPool'
  // An app client may give them lives of their own: what is handed out together ends with the first.
  const { exp, origin_jti: originId, auth_time: authTime } = claimsOf(revealed.accessToken)
  const accessExpiry = typeof exp === 'number' ? exp * 1000 : Number.POSITIVE_INFINITY
  return {
    user: { ...user, kind },
    issuedAt,
    expiresAt: Math.min(expiresAt, accessExpiry),
    originId,
    authTime,
  }
}

/** Only the hosted UI grants OAuth scopes; refreshed tokens keep them. */
export function hasOpenIdScope(accessToken: string): boolean {
  const { scope } = claimsOf(accessToken)
  return typeof scope === 'string' && scope.split(' ').includes('openid')
}

function federatedUser({ provider, token, identityId, profile }: ProviderToken): AuthUser {
  const { name, email } = profile
  const { sub } = claimsOf(token)
  const id = typeof sub === 'string' ? sub : (identityId ?? email ?? name ?? '')
  const userId = `${provider}:${id}`
  return {
    kind: 'federated',
    username: name ?? email ?? userId,
    userId,
    email,
    name,
    groups: [],
    provider,
  }
}

/** A token that is no JWT is its maker's own affair. */
function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    return decodeJwt(token)
  } catch {
    return {}
  }
}
