import { invalidParameter } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { knownDeviceKey } from '../pool/devices/devices.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { provePassword } from '../sign-in/prove-password.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

export const userPasswordAuth: AuthFlow = (context, parameters) => {
  if (!context.state.options.ExplicitAuthFlows.includes('ALLOW_USER_PASSWORD_AUTH')) {
    throw invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client')
  }
  return signInWithPassword(context, parameters)
}

export const adminUserPasswordAuth: AuthFlow = (context, parameters) => {
  if (!context.state.options.ExplicitAuthFlows.includes('ALLOW_ADMIN_USER_PASSWORD_AUTH')) {
    throw invalidParameter('Auth flow not enabled for this client')
  }
  return signInWithPassword(context, parameters)
}

async function signInWithPassword(
  context: OperationContext,
  parameters: Readonly<Record<string, string>>,
): Promise<object> {
  const username = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  const user = await provePassword(context, username, password)
  const deviceKey = knownDeviceKey(user, parameters)
  return continueSignIn(context, { sub: user.sub, username, deviceKey })
}
