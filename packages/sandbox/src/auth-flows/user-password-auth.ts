import { invalidParameter } from '../errors.ts'
import { knownDeviceKey } from '../pool/devices/devices.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { provePassword } from '../sign-in/prove-password.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

export const userPasswordAuth: AuthFlow = async (context, parameters) => {
  const { state } = context
  if (!state.options.ExplicitAuthFlows.includes('ALLOW_USER_PASSWORD_AUTH')) {
    throw invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client')
  }
  const username = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  const user = await provePassword(context, username, password)
  const deviceKey = knownDeviceKey(user, parameters)
  return continueSignIn(context, { sub: user.sub, username, deviceKey })
}
