import type { OperationContext } from '../operation.ts'
import type { DeviceKeys } from '../pool/devices/device.ts'
import { createDeviceKeys, putDevice } from '../pool/devices/devices.ts'
import type { TokenSource } from '../pool/tokens/token-claims.ts'
import { signIn as issueSignIn, postAuthentication } from '../pool/tokens/tokens.ts'
import type { User } from '../pool/users/user.ts'
import type { SignIn } from './sign-in.ts'

/** The end of a sign-in at the hosted UI. */
export class HostedSignIn {
  readonly user: User

  constructor(user: User) {
    this.user = user
  }
}

/** Issues the tokens of a sign-in, bound to the device if the pool tracks devices. */
export async function completeSignIn(context: OperationContext, signIn: SignIn, user: User) {
  if (signIn.isHosted) {
    await postAuthentication(context, user)
    return new HostedSignIn(user)
  }
  const { deviceKey } = signIn
  const known = user.devices.find(({ key }) => key === deviceKey)
  const isTracked = context.state.options.DeviceConfiguration !== null
  const created = isTracked && !known ? createDeviceKeys(context) : undefined
  const device: DeviceKeys | undefined = isTracked ? (known ?? created) : undefined
  if (known) putDevice(user, { ...known, authenticatedAt: context.now })
  return issueSignIn(context, user, {
    source: sourceOf(signIn),
    device,
    isNewDevice: created !== undefined,
  })
}

function sourceOf({ isDeviceProven, hasNewPassword }: SignIn): TokenSource {
  if (isDeviceProven) return 'TokenGeneration_AuthenticateDevice'
  return hasNewPassword ? 'TokenGeneration_NewPasswordChallenge' : 'TokenGeneration_Authentication'
}
