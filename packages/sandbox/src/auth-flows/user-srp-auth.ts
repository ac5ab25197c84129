import { invalidParameter, userNotFound } from '../errors.ts'
import { findUser } from '../pool/users/users.ts'
import { issuePasswordChallenge } from '../sign-in/issue-password-challenge.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

export const userSrpAuth: AuthFlow = (context, parameters) => {
  const { state } = context
  if (!state.options.ExplicitAuthFlows.includes('ALLOW_USER_SRP_AUTH')) {
    throw invalidParameter('USER_SRP_AUTH is not enabled for the client.')
  }
  const username = requireParameter(parameters, 'USERNAME')
  const srpA = requireParameter(parameters, 'SRP_A')
  const user = findUser(state, username)
  if (!user && state.options.PreventUserExistenceErrors === 'LEGACY') throw userNotFound()
  return issuePasswordChallenge(context, { sub: user?.sub, username }, srpA)
}
