import type { OperationContext } from '../operation.ts'
import { ownDeviceKey } from '../pool/devices/devices.ts'
import type { User } from '../pool/users/user.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import type { Responses } from './challenge.ts'

/** Continues USER_AUTH after a code or a passkey. */
export function factorPassed(
  context: OperationContext,
  signIn: SignIn,
  user: User,
  responses: Responses,
): Promise<object> {
  const deviceKey = ownDeviceKey(user, responses) ?? signIn.deviceKey
  return continueSignIn(context, { ...signIn, deviceKey, isPasswordless: true })
}
