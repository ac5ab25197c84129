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

/**
 * Handles the response to one challenge: takes ChallengeResponses and Session, returns the next
 * challenge or tokens.
 */
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

/** The session that the client responds to. It must belong to this user and this challenge. */
export function requireSessionOf<C extends ChallengeName>(
  context: OperationContext,
  challenge: C | readonly C[],
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

/** Whether `name` is the name that started the sign-in, or another name of the same user. */
export function isNamed(state: SandboxState, signIn: SignIn, name: string): boolean {
  if (name === signIn.username) return true
  const user = findSignInUser(state, signIn)
  return user ? findUser(state, name) === user : name === fakeSrpUser(state, signIn.username).userId
}
