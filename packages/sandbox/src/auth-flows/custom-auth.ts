import { invalidParameter, userNotFound } from '../errors.ts'
import { checkAdmission, preAuthenticate } from '../pool/credentials/passwords.ts'
import { findUser } from '../pool/users/users.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { notConfigured } from '../sign-in/issue-custom-challenge.ts'
import { withResult } from '../sign-in/sign-in.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

/**
 * The pool's triggers choose the challenges. With CHALLENGE_NAME SRP_A the password can come first.
 */
export const customAuth: AuthFlow = async (context, parameters) => {
  const { state, triggers, now } = context
  if (!state.options.ExplicitAuthFlows.includes('ALLOW_CUSTOM_AUTH')) {
    throw invalidParameter('CUSTOM_AUTH is not enabled for the client.')
  }
  if (!triggers.defineAuthChallenge) throw notConfigured()
  const username = requireParameter(parameters, 'USERNAME')
  const isSrp = parameters.CHALLENGE_NAME === 'SRP_A'
  const srpA = isSrp ? requireParameter(parameters, 'SRP_A') : undefined
  const user = findUser(state, username)
  if (!user && state.options.PreventUserExistenceErrors === 'LEGACY') throw userNotFound()
  // With SRP the response says nothing about the account before the password is proven.
  if (!isSrp) {
    await preAuthenticate(context, username)
    if (user) checkAdmission(user, now)
  }
  const custom = { results: [], srpA, isPasswordProven: false, isDecided: false }
  const signIn = { sub: user?.sub, username, custom }
  return continueSignIn(context, isSrp ? withResult(signIn, 'SRP_A') : signIn)
}
