import { notAuthorized } from '../errors.ts'
import { deviceNotFound, requireDevice } from '../pool/devices/devices.ts'
import { openChallengeSession } from '../sign-in/challenge-sessions.ts'
import { startExchange } from '../sign-in/issue-password-challenge.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'
import { type Challenge, requireResponse, requireSessionOf } from './challenge.ts'

/** A device starts to prove its secret by SRP, as a user proves a password. */
export const deviceSrpAuth: Challenge = (context, responses, token) => {
  if (!token) {
    throw notAuthorized('Cannot initiate DEVICE_SRP_AUTH flow without first authenticating')
  }
  const session = requireSessionOf(context, 'DEVICE_SRP_AUTH', responses, token)
  const { signIn, deviceKey } = session.pending
  const srpA = requireResponse(responses, 'SRP_A')
  if (requireResponse(responses, 'DEVICE_KEY') !== deviceKey) throw deviceNotFound()
  const user = requireSignInUser(context.state, signIn)
  const { salt, verifier } = requireDevice(user, deviceKey)
  const exchange = startExchange(context, BigInt(`0x${verifier}`), srpA)
  session.used = true
  const secretBlock = openChallengeSession(context, {
    challenge: 'DEVICE_PASSWORD_VERIFIER',
    signIn,
    deviceKey,
    exchange,
  })
  return {
    ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
    Session: secretBlock,
    ChallengeParameters: {
      DEVICE_KEY: deviceKey,
      SALT: salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: exchange.B.toString(16),
      USERNAME: user.username,
    },
  }
}
