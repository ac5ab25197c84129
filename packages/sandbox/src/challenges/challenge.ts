import { invalidParameter, notAuthorized } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { fakeSrpUser } from '../pool/credentials/fake-user.ts'
import { findUser } from '../pool/users/users.ts'
import { requireChallengeSession } from '../sign-in/challenge-sessions.ts'
import type { ChallengeName, ChallengeSession, Pending } from '../sign-in/pending-challenge.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { findSignInUser } from '../sign-in/sign-in-user.ts'
import type { SandboxState } from '../state.ts'

export type Responses = Readonly<Record<string, string>>

/** The answer to one challenge: ChallengeResponses and Session in, the next challenge or tokens out. */
export type Challenge = (
  context: OperationContext,
  responses: Responses,
  session: string | undefined,
) => object | Promise<object>

export function requireResponse(responses: Responses, name: string): string {
  const value = responses[name]
  if (!value) throw invalidParameter(`Missing required parameter ${name}`)
  return value
}

/** The session a client answers, which must be its own and of this challenge. */
export function answeredSession<C extends ChallengeName>(
  context: OperationContext,
  challenge: C,
  responses: Responses,
  token: string | undefined,
): ChallengeSession<Pending<C>> {
  const username = requireResponse(responses, 'USERNAME')
  const session = requireChallengeSession(context, challenge, token)
  if (!isNamed(context.state, session.pending.signIn, username)) {
    throw notAuthorized('Invalid session for the user.')
  }
  return session
}

/** Whether the name is the one the sign-in began with, or another one of the same user's. */
export function isNamed(state: SandboxState, signIn: SignIn, name: string): boolean {
  if (name === signIn.username) return true
  const user = findSignInUser(state, signIn)
  return user ? findUser(state, name) === user : name === fakeSrpUser(state, signIn.username).userId
}
