import type { AuthUser } from '../auth-user.ts'
import { FederatedUserError } from '../errors/auth-errors.ts'
import type { ProviderToken, SessionTokens, TokenSet } from '../ports/index.ts'
import { isUserPool, readTokens } from '../tokens/token-facts.ts'
import type { AuthSession } from './auth-session.ts'

/**
 * Tokens with their user and their times (epoch ms on this machine's clock). Compare by reference: a
 * new object means that the session was replaced.
 */
export interface TokenSession {
  readonly tokens: SessionTokens
  readonly user: AuthUser
  readonly expiresAt: number
  /** From this time on, a caller that needs tokens gets refreshed ones. */
  readonly dueAt: number
  /** When the timer refreshes them: a random time after `dueAt`, so that not all tabs do it at once. */
  readonly refreshAt: number
  /** Before this time the clock is wrong: it was set back after the tokens were made. */
  readonly validFrom: number
  /** When Cognito sent them; `undefined` for tokens that were read from the store. */
  readonly receivedAt: number | undefined
}

/** Tokens are due a minute before expiry, or a quarter of their lifetime if that is less. */
const leadMs = 60_000

/**
 * Tokens that Cognito has just sent: their lifetime starts at `now` (epoch ms), so a wrong clock of
 * this machine does no harm.
 *
 * @param claims those that the user has beside the attributes.
 */
export function fromServer(
  tokens: SessionTokens,
  now: number,
  claims: readonly string[],
): TokenSession {
  return { ...create(tokens, clockDriftOf(tokens, now) ?? 0, now, claims), receivedAt: now }
}

/**
 * Tokens that were read from the store. Tokens from the future show that this clock is behind: they
 * are due at once, and the refresh measures the difference.
 *
 * @param clockDrift ms by which this machine's clock is ahead of Cognito's; 0 if that is unknown.
 * @param now epoch ms.
 * @param claims those that the user has beside the attributes.
 */
export function fromStore(
  tokens: SessionTokens,
  clockDrift: number,
  now: number,
  claims: readonly string[] = [],
): TokenSession {
  const session = create(tokens, clockDrift, now, claims)
  const isFromFuture = now < session.validFrom
  return { ...session, receivedAt: undefined, ...(isFromFuture && { dueAt: now, refreshAt: now }) }
}

/**
 * Ms by which this machine's clock is ahead of Cognito's, measured when tokens arrive; `undefined` for
 * tokens of another provider.
 */
export function clockDriftOf(tokens: SessionTokens, now: number): number | undefined {
  const { issuedAt } = readTokens(tokens)
  return issuedAt === undefined ? undefined : now - issuedAt
}

/**
 * The session as callers of `getSession` get it.
 *
 * @throws FederatedUserError
 */
export function toSession({ tokens, user, expiresAt, refreshAt: next }: TokenSession): AuthSession {
  if (!isUserPool(tokens)) throw new FederatedUserError(user.provider)
  const { accessToken, idToken } = tokens.reveal()
  const refreshAt = isRefreshable({ tokens }) ? next : undefined
  return { user, accessToken, idToken, expiresAt, refreshAt }
}

/** True also for two sign-ins of one user, whose tokens differ. */
export function isSameUser(one: TokenSession, other: TokenSession): boolean {
  return one.user.userId === other.user.userId
}

/**
 * Whether both are of one sign-in: a refresh keeps `auth_time` and `origin_jti`. They are of two only
 * if both claims differ, because pools without token revocation and other servers omit one or change it.
 */
export function isSameSession(one: TokenSession, other: TokenSession): boolean {
  if (!isSameUser(one, other)) return false
  const [a, b] = [one, other].map(({ tokens }) => readTokens(tokens))
  if (!a?.originId || !b?.originId) return true
  return a.originId === b.originId || a.authTime === b.authTime
}

export function isSameToken(one: TokenSession, other: TokenSession): boolean {
  return tokenOf(one) === tokenOf(other)
}

/** If true, revoking the tokens of one ends the other. */
export function isSameRefreshToken(one: TokenSession, other: TokenSession): boolean {
  const [a, b] = [one, other].map(({ tokens }) => tokens.reveal())
  return a !== undefined && b !== undefined && refreshTokenOf(a) === refreshTokenOf(b)
}

const refreshTokenOf = (tokens: TokenSet | ProviderToken) =>
  'refreshToken' in tokens ? tokens.refreshToken : undefined

function tokenOf({ tokens }: TokenSession): string {
  const revealed = tokens.reveal()
  return 'accessToken' in revealed ? revealed.accessToken : revealed.token
}

/** Whether the tokens can be refreshed: with a refresh token, or by a handler of another provider. */
export function isRefreshable({ tokens }: Pick<TokenSession, 'tokens'>): boolean {
  return !isUserPool(tokens) || tokens.reveal().refreshToken !== undefined
}

function create(
  tokens: SessionTokens,
  clockDrift: number,
  now: number,
  claims: readonly string[],
): Omit<TokenSession, 'receivedAt'> {
  const { user, said = {}, issuedAt, expiresAt: expiry } = readTokens(tokens)
  const wanted = claims
    .filter((name) => Object.hasOwn(said, name))
    .map((name) => [name, said[name]])
  const isCognito = issuedAt !== undefined
  const expiresAt = isCognito ? expiry + clockDrift : expiry
  const lifetime = expiry - (issuedAt ?? Math.min(now, expiry))
  // Tokens that cannot be refreshed are due when they expire, not earlier.
  const lead = isRefreshable({ tokens }) ? Math.min(leadMs, lifetime / 4) : 0
  const dueAt = expiresAt - lead
  const validFrom = isCognito ? issuedAt + clockDrift - leadMs : Number.NEGATIVE_INFINITY
  const refreshAt = dueAt + (Math.random() * lead) / 2
  return {
    tokens,
    user:
      wanted.length > 0
        ? { ...user, claims: { ...user.claims, ...Object.fromEntries(wanted) } }
        : user,
    expiresAt,
    dueAt,
    refreshAt,
    validFrom,
  }
}
