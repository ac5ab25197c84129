import type { AuthUser } from '../auth-user.ts'
import { type Claims, decodeJwt } from '../platform/decode-jwt.ts'
import type { Contact, ProviderToken, SessionTokens, TokenSet } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import { readIdToken } from './id-token.ts'
import { requireSessionClaims, type TokenOrigin } from './token-claims.ts'

/** What the claims of a session's tokens say. Times are epoch ms on the issuer's clock. */
export interface TokenFacts {
  readonly user: AuthUser
  /** All claims of the ID token; `undefined` for the token of another provider. */
  readonly said?: Claims | undefined
  /** `undefined` for the token of another provider. */
  readonly issuedAt: number | undefined
  readonly expiresAt: number
  /** `origin_jti`: the same in all tokens of one sign-in, where the pool revokes tokens. */
  readonly originId?: unknown
  /** `auth_time`: when the user signed in. */
  readonly authTime?: unknown
}

export interface UserPoolFacts extends TokenFacts {
  /** The user's e-mail and phone number, if neither is verified. */
  readonly unverifiedContacts: readonly Contact[]
  /** The names that the user may sign in with. */
  readonly names: readonly string[]
  /** The device that the tokens are bound to: Cognito refreshes them only with its key. */
  readonly deviceKey: string | undefined
}

/** Each token is decoded once: its facts live as long as the secret. They contain no token. */
const factsOf = new WeakMap<SessionTokens, TokenFacts>()

export function isUserPool(tokens: SessionTokens): tokens is Secret<TokenSet> {
  return 'accessToken' in tokens.reveal()
}

/**
 * Decodes and validates the tokens of a user pool, wherever they come from: a response, a redirect or
 * the store.
 *
 * @throws TypeError when they do not make a session. The message names the claim, without its value.
 */
export function parseTokens(
  { idToken, accessToken, refreshToken }: TokenSet,
  origin: TokenOrigin,
): Secret<TokenSet> {
  const id = decodeJwt(idToken)
  const facts = readIdToken(id)
  const access = decodeJwt(accessToken)
  requireSessionClaims(id, access, origin)
  const tokens = new Secret({ idToken, accessToken, refreshToken })
  factsOf.set(tokens, userPoolFacts(facts, access))
  return tokens
}

/**
 * The facts of tokens. Decodes only tokens that `parseTokens` has not made, e.g. of an app's own port.
 *
 * @throws TypeError when an ID token of Cognito does not decode or lacks a claim.
 */
export function readTokens(tokens: Secret<TokenSet>): UserPoolFacts
export function readTokens(tokens: SessionTokens): TokenFacts
export function readTokens(tokens: SessionTokens): TokenFacts {
  const facts = factsOf.get(tokens) ?? decodeFacts(tokens.reveal())
  factsOf.set(tokens, facts)
  return facts
}

/**
 * The device that the tokens are bound to. Also of tokens that are not a session: `refreshTokens` of a
 * caller who has stored no more than a refresh token.
 */
export function deviceKeyOf(tokens: Secret<TokenSet>): string | undefined {
  try {
    return readTokens(tokens).deviceKey
  } catch {
    return deviceKeyIn(claimsOf(tokens.reveal().accessToken))
  }
}

function decodeFacts(revealed: TokenSet | ProviderToken): TokenFacts {
  if ('accessToken' in revealed) {
    return userPoolFacts(readIdToken(decodeJwt(revealed.idToken)), claimsOf(revealed.accessToken))
  }
  return { user: federatedUser(revealed), issuedAt: undefined, expiresAt: revealed.expiresAt }
}

function userPoolFacts(
  { user, expiresAt, ...facts }: ReturnType<typeof readIdToken>,
  access: Claims,
): UserPoolFacts {
  const { scope, exp, origin_jti: originId, auth_time: authTime } = access
  // Only the hosted UI grants OAuth scopes; refreshed tokens keep them.
  const hasOpenIdScope = typeof scope === 'string' && scope.split(' ').includes('openid')
  const accessExpiry = typeof exp === 'number' ? exp * 1000 : Number.POSITIVE_INFINITY
  return {
    ...facts,
    user: { ...user, kind: hasOpenIdScope ? 'hostedUi' : 'userPool' },
    // An app client may give the two tokens different lifetimes: the session ends with the first.
    expiresAt: Math.min(expiresAt, accessExpiry),
    originId,
    authTime,
    deviceKey: deviceKeyIn(access),
  }
}

const deviceKeyIn = ({ device_key: key }: Claims) => (typeof key === 'string' ? key : undefined)

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
    claims: {},
  }
}

/** A token need not be a JWT: only its issuer has to understand it. */
function claimsOf(token: string): Claims {
  try {
    return decodeJwt(token)
  } catch {
    return {}
  }
}
