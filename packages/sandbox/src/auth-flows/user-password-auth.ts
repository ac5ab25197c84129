import { invalidParameter, userNotFound } from '../errors.ts'
import { admit, isPasswordOf } from '../pool/passwords.ts'
import { signIn } from '../pool/tokens.ts'
import { findUser } from '../pool/users.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

export const userPasswordAuth: AuthFlow = (context, parameters) => {
  const { state } = context
  if (!state.options.ExplicitAuthFlows.includes('ALLOW_USER_PASSWORD_AUTH')) {
    throw invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client')
  }
  const username = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  const candidate = findUser(state, username)
  if (!candidate && state.options.PreventUserExistenceErrors === 'LEGACY') throw userNotFound()
  const user = admit(context, candidate?.username ?? username, () =>
    candidate && isPasswordOf(state, candidate, password) ? candidate : undefined,
  )
  return signIn(context, user)
}
