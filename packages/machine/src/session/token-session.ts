import type { AuthUser } from '../auth-user.ts'
import type { ProviderToken, SessionTokens, TokenSet } from '../ports/index.ts'
import { isUserPool, readTokens } from '../tokens/token-facts.ts'
import { type AuthSession, FederatedUserError } from './auth-session.ts'

/** Tokens with what is known of them. Each is an object of its own: who holds it can tell its turn. */
export interface TokenSession {
  readonly tokens: SessionTokens
  readonly user: AuthUser
  /** Epoch ms on this machine's clock, like the others. */
  readonly expiresAt: number
  /** From then on whoever needs tokens has them refreshed first. */
  readonly dueAt: number
  /** When they are refreshed though nobody asks: a little later than due, by chance, tab for tab. */
  readonly refreshAt: number
  /** Before that the clock shows a time when they were not yet made: it was set back meanwhile. */
  readonly validFrom: number
  /** When Cognito sent them; `undefined` when they were found in the store. */
  readonly receivedAt: number | undefined
}

/** Due a minute before expiry, or a quarter of the lifetime where that is less. */
const leadMs = 60_000

/**
 * Tokens that Cognito has just sent: their lifetime counts from `now` (epoch ms), so a clock that is
 * wrong does no harm.
 */
export function fromServer(tokens: SessionTokens, now: number): TokenSession {
  return { ...create(tokens, clockDriftOf(tokens, now) ?? 0, now), receivedAt: now }
}

/**
 * Tokens that were stored. `clockDrift` is what this page has learned itself, or before it has asked what
 * was stored with these tokens, if it can be true; otherwise 0.
 * Tokens from the future show that this clock is behind; a refresh tells by how much.
 */
export function fromStore(tokens: SessionTokens, clockDrift: number, now: number): TokenSession {
  const session = create(tokens, clockDrift, now)
  const isFromFuture = now < session.validFrom
  return { ...session, receivedAt: undefined, ...(isFromFuture && { dueAt: now, refreshAt: now }) }
}

/**
 * Ms by which this machine's clock is ahead of Cognito's, seen when tokens arrive; `undefined` where
 * another provider has made them.
 */
export function clockDriftOf(tokens: SessionTokens, now: number): number | undefined {
  const { issuedAt } = readTokens(tokens)
  return issuedAt === undefined ? undefined : now - issuedAt
}

/**
 * For callers.
 *
 * @throws FederatedUserError
 */
export function toSession({ tokens, user, expiresAt, refreshAt: next }: TokenSession): AuthSession {
  if (!isUserPool(tokens)) throw new FederatedUserError(user.provider)
  const { accessToken, idToken } = tokens.reveal()
  const refreshAt = isRefreshable({ tokens }) ? next : undefined
  return { user, accessToken, idToken, expiresAt, refreshAt }
}

/** Of one user: who is signed in again has other tokens. */
export const isSameUser = (one: TokenSession, other: TokenSession): boolean =>
  one.user.userId === other.user.userId

/**
 * Of one sign-in: a refresh keeps `auth_time` and `origin_jti`. Different only where both differ,
 * because pools without token revocation and other servers leave one out or make it anew.
 */
export function isSameSession(one: TokenSession, other: TokenSession): boolean {
  if (!isSameUser(one, other)) return false
  const [a, b] = [one, other].map(({ tokens }) => readTokens(tokens))
  if (!a?.originId || !b?.originId) return true
  return a.originId === b.originId || a.authTime === b.authTime
}

export const isSameToken = (one: TokenSession, other: TokenSession): boolean =>
  tokenOf(one) === tokenOf(other)

/** Then revoking one ends the other. */
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

/** Whether there is anything to refresh them with. */
export function isRefreshable({ tokens }: Pick<TokenSession, 'tokens'>): boolean {
  return !isUserPool(tokens) || tokens.reveal().refreshToken !== undefined
}

function create(
  tokens: SessionTokens,
  clockDrift: number,
  now: number,
): Omit<TokenSession, 'receivedAt'> {
  const { user, issuedAt, expiresAt: expiry } = readTokens(tokens)
  const isCognito = issuedAt !== undefined
  const expiresAt = isCognito ? expiry + clockDrift : expiry
  const lifetime = expiry - (issuedAt ?? Math.min(now, expiry))
  // What nothing can replace is used to its end, and ends then.
  const lead = isRefreshable({ tokens }) ? Math.min(leadMs, lifetime / 4) : 0
  const dueAt = expiresAt - lead
  const validFrom = isCognito ? issuedAt + clockDrift - leadMs : Number.NEGATIVE_INFINITY
  const refreshAt = dueAt + (Math.random() * lead) / 2
  return { tokens, user, expiresAt, dueAt, refreshAt, validFrom }
}
