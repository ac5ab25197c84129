import { invalidParameter, notAuthorized, userNotFound } from '../errors.ts'
import { findUser } from '../pool/users/users.ts'
import { firstFactors } from '../sign-in/first-factors.ts'
import { issueFirstFactor, issueInputChallenge } from '../sign-in/issue-first-factor.ts'
import { signInAfterSignUp } from '../sign-in/sign-up-session.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

/**
 * The user chooses the first factor: begins with PREFERRED_CHALLENGE if the user has it, else with SELECT_CHALLENGE.
 */
export const userAuth: AuthFlow = async (context, parameters, session) => {
  const { state } = context
  if (!state.options.ExplicitAuthFlows.includes('ALLOW_USER_AUTH')) {
    throw invalidParameter('USER_AUTH flow not enabled for this client')
  }
  const username = requireParameter(parameters, 'USERNAME')
  const user = findUser(state, username)
  if (state.options.PreventUserExistenceErrors === 'LEGACY') {
    if (!user) throw userNotFound()
    if (!user.enabled) throw notAuthorized('User is disabled.')
  }
  const available = firstFactors(state, user, username)
  const signIn = { sub: user?.sub, username, choice: { available } }
  const signedIn = session && (await signInAfterSignUp(context, signIn, session))
  if (signedIn) return signedIn
  const preferred = available.find((factor) => factor === parameters.PREFERRED_CHALLENGE)
  return preferred && !session
    ? issueFirstFactor(context, signIn, preferred, parameters)
    : issueInputChallenge(context, signIn, 'SELECT_CHALLENGE')
}
