import type { SessionEvent } from '../chart/events.ts'
import { failureOfReason } from '../errors/failure-reader.ts'
import type { StoreChangeReason } from '../ports/index.ts'
import { isSameToken, isSameUser, type TokenSession } from './token-session.ts'

/** What this tab knows of the session when it reads the store. */
export interface KnownSession {
  /** The session in memory. */
  readonly current: TokenSession | undefined
  /** The session as this tab last read it from the store or wrote it. Older than `current` after a failed write. */
  readonly lastStored: TokenSession | undefined
  /** The session that ended here last: a store that fails to delete it does not bring it back. */
  readonly lastSignedOut: TokenSession | undefined
  /** Why another tab ends the session, if it has said so. */
  readonly reason: SignOutReason | undefined
}

export interface SignOutReason extends StoreChangeReason {
  /** When it arrived, epoch ms. */
  readonly at: number
}

/** What happens to a session, as the chart gets it. */
export type TokenEvent = Exclude<SessionEvent, { type: 'account.read' }>

export type Reconciled =
  | 'unchanged'
  | { readonly current: TokenSession | undefined; readonly event: TokenEvent }

/** Another tab deletes the tokens within this time (ms) after it has said why. */
const reasonMs = 5_000

/**
 * What another tab has done since the store was last read or written: the session that is current from
 * now on, and the event that reports it. Pure.
 *
 * @param stored the session that the store has now.
 * @param now epoch ms.
 */
export function reconcile(
  { current, lastStored, lastSignedOut, reason }: KnownSession,
  stored: TokenSession | undefined,
  now: number,
): Reconciled {
  if (stored && lastStored && isSameToken(stored, lastStored)) return 'unchanged'
  if (stored && !current && lastSignedOut && isSameToken(stored, lastSignedOut)) return 'unchanged'
  if (stored && current && isSameUser(stored, current)) {
    return { current: stored, event: { type: 'session.refreshed', user: stored.user } }
  }
  // The chart restores the session of the other user.
  if (stored) return { current: undefined, event: { type: 'session.found', user: stored.user } }
  const failure = reason && isRecent(reason, now) ? failureOfReason(reason) : undefined
  return { current: undefined, event: { type: 'session.ended', failure } }
}

function isRecent({ at }: SignOutReason, now: number): boolean {
  const age = now - at
  return age >= 0 && age < reasonMs
}
