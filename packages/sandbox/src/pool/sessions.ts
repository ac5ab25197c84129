import { notAuthorized } from '../errors.ts'
import type { OperationContext } from '../operation.ts'

/** What the service remembers between a challenge and its answer. */
export type PendingChallenge = PendingPasswordVerifier

export interface PendingPasswordVerifier {
  readonly challenge: 'PASSWORD_VERIFIER'
  /** Undefined for a user who does not exist, while that is hidden. */
  readonly sub: string | undefined
  /** As the client wrote it. */
  readonly username: string
  readonly userIdForSrp: string
  readonly A: bigint
  readonly B: bigint
  readonly b: bigint
}

export interface Session {
  readonly pending: PendingChallenge
  /** Epoch ms. */
  readonly issuedAt: number
  used: boolean
}

const minute = 60_000

/** Keeps a challenge under a new opaque token, which is also valid base64. */
export const openSession = (
  { state, now, random }: OperationContext,
  pending: PendingChallenge,
): string => {
  dropOld(state.sessions, now)
  const token = Buffer.from(random(768)).toString('base64')
  state.sessions.set(token, { pending, issuedAt: now, used: false })
  return token
}

/** Takes a session for its one answer. */
export const takeSession = ({ state, now }: OperationContext, token: string): PendingChallenge => {
  const session = state.sessions.get(token)
  if (!session) throw notAuthorized('Invalid session for the user.')
  if (session.used) {
    throw notAuthorized('Invalid session for the user, session can only be used once.')
  }
  if (now >= session.issuedAt + state.options.AuthSessionValidity * minute) {
    throw notAuthorized('Invalid session for the user, session is expired.')
  }
  session.used = true
  return session.pending
}

/** Sessions stay a while after they end, so that a late answer is told why. */
const dropOld = (sessions: Map<string, Session>, now: number): void => {
  for (const [token, { issuedAt }] of sessions) {
    if (now - issuedAt > 60 * minute) sessions.delete(token)
  }
}
