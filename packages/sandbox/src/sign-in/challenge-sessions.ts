import { toBase64 } from '../base64.ts'
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

/** Stores a challenge under a new opaque token. The token is also valid base64. */
export function openChallengeSession(
  { state, now, random }: OperationContext,
  pending: PendingChallenge,
): string {
  dropOld(state.challengeSessions, now)
  const token = toBase64(random(768))
  state.challengeSessions.set(token, { pending, issuedAt: now, used: false })
  return token
}

/**
 * The session for this challenge, or for one of several. It accepts responses until `used` is set: wrong codes and
 * rejected passwords do not end it. As with the service only its lifetime limits attempts; AWS
 * documents no other limit than throttling.
 */
export function requireChallengeSession<C extends ChallengeName>(
  { state, now }: OperationContext,
  challenge: C | readonly C[],
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

/**
 * Uses a session up while `next` runs, so that of parallel responses only one counts. If `next` throws, the session
 * is usable again.
 */
export async function spendSession(
  session: ChallengeSession,
  next: () => object | Promise<object>,
): Promise<object> {
  session.used = true
  try {
    return await next()
  } catch (error) {
    session.used = false
    throw error
  }
}

const awaits = <C extends ChallengeName>(
  session: ChallengeSession,
  challenge: C | readonly C[],
): session is ChallengeSession<Pending<C>> =>
  [challenge].flat().some((one) => one === session.pending.challenge)

/**
 * Drops sessions an hour after their start. Until then a late response gets the reason. The oldest
 * come first.
 */
function dropOld(sessions: Map<string, ChallengeSession>, now: number): void {
  for (const [token, { issuedAt }] of sessions) {
    if (now - issuedAt <= 60 * minute) return
    sessions.delete(token)
  }
}
