import { invalidParameter, notAuthorized } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import type {
  ChallengeName,
  ChallengeSession,
  Pending,
  PendingChallenge,
} from './pending-challenge.ts'

const minute = 60_000

const invalidSession = () => notAuthorized('Invalid session for the user.')

/** Keeps a challenge under a new opaque token, which is also valid base64. */
export function openChallengeSession(
  { state, now, random }: OperationContext,
  pending: PendingChallenge,
): string {
  dropOld(state.challengeSessions, now)
  const token = Buffer.from(random(768)).toString('base64')
  state.challengeSessions.set(token, { pending, issuedAt: now, used: false })
  return token
}

/**
 * The session that waits for the answer to this challenge. It can be answered until `used` is set:
 * wrong codes and rejected passwords leave it as it is. As with the service nothing but its lifetime
 * bounds them; AWS documents no lock for them other than throttling.
 */
export function requireChallengeSession<C extends ChallengeName>(
  { state, now }: OperationContext,
  challenge: C,
  token: string | undefined,
): ChallengeSession<Pending<C>> {
  if (!token) throw invalidParameter('Missing required parameter Session')
  const session = state.challengeSessions.get(token)
  if (!session || !awaits(session, challenge)) throw invalidSession()
  if (session.used) {
    throw notAuthorized('Invalid session for the user, session can only be used once.')
  }
  if (now >= session.issuedAt + state.options.AuthSessionValidity * minute) {
    throw notAuthorized('Invalid session for the user, session is expired.')
  }
  return session
}

const awaits = <C extends ChallengeName>(
  session: ChallengeSession,
  challenge: C,
): session is ChallengeSession<Pending<C>> => session.pending.challenge === challenge

/** Sessions stay a while after they end, so that a late answer learns why. The oldest are first. */
function dropOld(sessions: Map<string, ChallengeSession>, now: number): void {
  for (const [token, { issuedAt }] of sessions) {
    if (now - issuedAt <= 60 * minute) return
    sessions.delete(token)
  }
}
