import type { OperationContext } from '../operation.ts'
import { ownDeviceKey } from '../pool/devices/devices.ts'
import { continueSignIn } from './continue-sign-in.ts'
import { issuePasswordChallenge } from './issue-password-challenge.ts'
import { provePassword } from './prove-password.ts'
import type { ChoiceSignIn } from './sign-in.ts'
import { withChoices } from './with-choices.ts'

/** PASSWORD of USER_AUTH: checks the password, and continues like USER_PASSWORD_AUTH. */
export async function continueWithPassword(
  context: OperationContext,
  signIn: ChoiceSignIn,
  password: string,
  inputs: Readonly<Record<string, string>>,
): Promise<object> {
  const user = await provePassword(context, signIn.username, password)
  const deviceKey = ownDeviceKey(user, inputs) ?? signIn.deviceKey
  return continueSignIn(context, { ...signIn, sub: user.sub, deviceKey })
}

/** PASSWORD_SRP of USER_AUTH: continues like USER_SRP_AUTH. */
export function continueWithSrp(context: OperationContext, signIn: ChoiceSignIn, srpA: string) {
  return withChoices(signIn, issuePasswordChallenge(context, signIn, srpA))
}
