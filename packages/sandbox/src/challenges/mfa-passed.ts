import type { OperationContext } from '../operation.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { type SignIn, withResult } from '../sign-in/sign-in.ts'

/** Continues the sign-in after a second factor. */
export function mfaPassed(
  context: OperationContext,
  signIn: SignIn,
  deviceKey: string | undefined,
  challengeName: string,
): Promise<object> {
  return continueSignIn(
    context,
    withResult({ ...signIn, deviceKey, isMfaDone: true }, challengeName),
  )
}
