import { invalidParameter, userNotFound } from '../errors.ts'
import { knownDeviceKey } from '../pool/devices.ts'
import { migrateUser } from '../pool/migrate-user.ts'
import { admit, isPasswordOf } from '../pool/passwords.ts'
import { findUser } from '../pool/users.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

export const userPasswordAuth: AuthFlow = async (context, parameters) => {
  const { state } = context
  if (!state.options.ExplicitAuthFlows.includes('ALLOW_USER_PASSWORD_AUTH')) {
    throw invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client')
  }
  const username = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  const candidate =
    findUser(state, username) ??
    (await migrateUser(context, username, 'UserMigration_Authentication', password))
  if (!candidate && state.options.PreventUserExistenceErrors === 'LEGACY') throw userNotFound()
  const user = await admit(context, candidate?.username ?? username, () =>
    candidate && isPasswordOf(state, candidate, password) ? candidate : undefined,
  )
  const deviceKey = knownDeviceKey(user, parameters)
  return continueSignIn(context, { sub: user.sub, username, deviceKey })
}
