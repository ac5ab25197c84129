import type { AuthUser } from '../auth-user.ts'
import type { TokenSet } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import type { AuthSession } from './auth-session.ts'
import { readIdToken } from './id-token.ts'

/** Tokens with what is known of them. Each is an object of its own: who holds it can tell its turn. */
export interface HeldSession {
  readonly tokens: Secret<TokenSet>
  readonly user: AuthUser
  /** Epoch ms on this machine's clock, like the others. */
  readonly expiresAt: number
  /** From then on whoever needs tokens has them refreshed first. */
  readonly dueAt: number
  /** When they are refreshed though nobody asks: a little later than due, by chance, tab for tab. */
  readonly refreshAt: number
  /** When Cognito sent them; `undefined` when they were found in the store. */
  readonly receivedAt: number | undefined
}

/** Due a minute before expiry, or a quarter of the lifetime where that is less. */
const leadMs = 60_000

/**
 * Tokens that Cognito has just sent: their lifetime counts from `now` (epoch ms), so a clock that is
 * wrong does no harm.
 */
export function receive(tokens: Secret<TokenSet>, now: number): HeldSession {
  return { ...hold(tokens, clockDriftOf(tokens, now)), receivedAt: now }
}

/**
 * Tokens that were stored. `clockDrift` is what this page has learned itself, 0 before it has asked:
 * a drift that was stored may be that of another clock, or of this one before it was set right.
 * Tokens from the future show that this clock is behind; a refresh tells by how much.
 */
export function recall(tokens: Secret<TokenSet>, clockDrift: number, now: number): HeldSession {
  const held = hold(tokens, clockDrift)
  const isFromFuture = clockDriftOf(tokens, now) < clockDrift - leadMs
  return { ...held, receivedAt: undefined, ...(isFromFuture && { dueAt: now, refreshAt: now }) }
}

/** Ms by which this machine's clock is ahead of Cognito's, seen when tokens arrive. */
export function clockDriftOf(tokens: Secret<TokenSet>, now: number): number {
  return now - readIdToken(tokens.reveal().idToken).issuedAt
}

/** For callers. */
export function toSession({ tokens, user, expiresAt }: HeldSession): AuthSession {
  const { accessToken, idToken } = tokens.reveal()
  return { user, accessToken, idToken, expiresAt }
}

/** Of one user: who is signed in again has other tokens. */
export const isSameUser = (one: HeldSession, other: HeldSession): boolean =>
  one.user.userId === other.user.userId

export const isSameToken = (one: HeldSession, other: HeldSession): boolean =>
  one.tokens.reveal().accessToken === other.tokens.reveal().accessToken

function hold(tokens: Secret<TokenSet>, clockDrift: number): Omit<HeldSession, 'receivedAt'> {
  const { user, issuedAt, expiresAt: expiry } = readIdToken(tokens.reveal().idToken)
  const expiresAt = expiry + clockDrift
  const lead = Math.min(leadMs, (expiry - issuedAt) / 4)
  const dueAt = expiresAt - lead
  return { tokens, user, expiresAt, dueAt, refreshAt: dueAt + (Math.random() * lead) / 2 }
}
