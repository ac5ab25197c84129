import type { OperationContext } from '../operation.ts'
import type { Device } from '../pool/devices/device.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import type { SignIn } from './sign-in.ts'

/** Asks a remembered device to prove that it is the one that was confirmed. */
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
