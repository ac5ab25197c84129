import type { AuthUser } from '../auth-user.ts'
import type { TokenSet } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import type { AuthSession } from './auth-session.ts'
import { readIdToken } from './id-token.ts'

/** Tokens with what is known of them. Each is an object of its own: who holds it can tell its turn. */
export interface HeldSession {
  readonly tokens: Secret<TokenSet>
  readonly user: AuthUser
  /** Epoch ms on this machine's clock. */
  readonly expiresAt: number
  /** Epoch ms from which a refresh is due. */
  readonly refreshAt: number
}

/** A refresh is due a minute before expiry, or a quarter of the lifetime where that is less. */
const leadMs = 60_000

/**
 * Tokens that Cognito has just sent: their lifetime counts from `now` (epoch ms), so a clock that is
 * wrong does no harm.
 */
export function receive(tokens: Secret<TokenSet>, now: number): HeldSession {
  const { user, issuedAt, expiresAt } = readIdToken(tokens.reveal().idToken)
  return hold(tokens, user, now, now + expiresAt - issuedAt)
}

/** Tokens that were stored: nothing is known of the clock then, so Cognito's times are taken as they are. */
export function recall(tokens: Secret<TokenSet>): HeldSession {
  const { user, issuedAt, expiresAt } = readIdToken(tokens.reveal().idToken)
  return hold(tokens, user, issuedAt, expiresAt)
}

/** For callers. */
export function toSession({ tokens, user, expiresAt }: HeldSession): AuthSession {
  const { accessToken, idToken } = tokens.reveal()
  return { user, accessToken, idToken, expiresAt }
}

function hold(
  tokens: Secret<TokenSet>,
  user: AuthUser,
  from: number,
  expiresAt: number,
): HeldSession {
  return {
    tokens,
    user,
    expiresAt,
    refreshAt: expiresAt - Math.min(leadMs, (expiresAt - from) / 4),
  }
}
