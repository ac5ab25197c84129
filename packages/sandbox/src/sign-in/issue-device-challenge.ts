import type { OperationContext } from '../operation.ts'
import type { Device } from '../pool/devices/device.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import type { SignIn } from './sign-in.ts'

/** Requires a remembered device to prove its secret. */
export function issueDeviceChallenge(context: OperationContext, signIn: SignIn, { key }: Device) {
  return {
    ChallengeName: 'DEVICE_SRP_AUTH',
    Session: openChallengeSession(context, {
      challenge: 'DEVICE_SRP_AUTH',
      signIn,
      deviceKey: key,
    }),
    ChallengeParameters: {},
  }
}
