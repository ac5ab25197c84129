import { notAuthorized } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { preAuthenticate } from '../pool/credentials/passwords.ts'
import type { User } from '../pool/users/user.ts'
import {
  openChallengeSession,
  requireChallengeSession,
  spendSession,
} from './challenge-sessions.ts'
import { continueSignIn } from './continue-sign-in.ts'
import { canSignIn, usableFactors } from './first-factors.ts'
import type { ChoiceSignIn } from './sign-in.ts'

/** The Session of SignUp and, with the contact whose code was right, of ConfirmSignUp. None without USER_AUTH. */
export function signUpSession(
  context: OperationContext,
  { sub, username }: User,
  confirmed?: 'email' | 'phone_number' | undefined,
): { readonly Session?: string } {
  if (!context.state.options.ExplicitAuthFlows.includes('ALLOW_USER_AUTH')) return {}
  const signIn = { sub, username }
  return { Session: openChallengeSession(context, { challenge: 'SIGN_UP', signIn, confirmed }) }
}

/** ConfirmSignUp accepts the Session of SignUp at any age, because the code lives longer; but not another user's. */
export function checkSignUpSession({ state }: OperationContext, user: User, token: string): void {
  const pending = state.challengeSessions.get(token)?.pending
  if (!pending) return
  if (pending.challenge !== 'SIGN_UP' || pending.signIn.sub !== user.sub) {
    throw notAuthorized('Invalid session for the user.')
  }
}

/**
 * Signs in with the Session of ConfirmSignUp, once: the sign-up code counts as a one-time code. Undefined if the
 * user cannot sign in by such a code.
 */
export async function signInAfterSignUp(
  context: OperationContext,
  signIn: ChoiceSignIn,
  token: string,
): Promise<object | undefined> {
  const session = requireChallengeSession(context, 'SIGN_UP', token)
  const { confirmed, signIn: signedUp } = session.pending
  const user = context.state.users.get(signedUp.sub ?? '')
  if (!user || user.sub !== signIn.sub) throw notAuthorized('Invalid session for the user.')
  const factor = confirmed === 'email' ? 'EMAIL_OTP' : 'SMS_OTP'
  const isUsable =
    confirmed !== undefined &&
    canSignIn(user) &&
    usableFactors(context.state.options, user).includes(factor)
  if (!isUsable) return undefined
  return spendSession(session, async () => {
    await preAuthenticate(context, user.username)
    return continueSignIn(context, { ...signIn, isPasswordless: true })
  })
}
