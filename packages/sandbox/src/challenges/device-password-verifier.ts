import { notAuthorized, wrongCredentials } from '../errors.ts'
import { deviceNotFound, requireDevice } from '../pool/devices/devices.ts'
import { continueSignIn } from '../sign-in/continue-sign-in.ts'
import { withResult } from '../sign-in/sign-in.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'
import { type Challenge, requireResponse, requireSessionOf } from './challenge.ts'
import { isProven, readClaim } from './srp-claim.ts'

export const devicePasswordVerifier: Challenge = (context, responses, token) => {
  const claim = readClaim(context, responses)
  if (token !== undefined && token !== claim.secretBlock) {
    throw notAuthorized('Invalid session for the user.')
  }
  const challenge = 'DEVICE_PASSWORD_VERIFIER'
  const session = requireSessionOf(context, challenge, responses, claim.secretBlock)
  const { signIn, deviceKey, exchange } = session.pending
  if (requireResponse(responses, 'DEVICE_KEY') !== deviceKey) throw deviceNotFound()
  session.used = true
  const user = requireSignInUser(context.state, signIn)
  const { groupKey, verifier } = requireDevice(user, deviceKey)
  const identity = { poolName: groupKey, userId: deviceKey }
  if (!isProven(exchange, verifier, identity, claim)) throw wrongCredentials()
  return continueSignIn(
    context,
    withResult({ ...signIn, deviceKey, isDeviceProven: true, isMfaDone: true }, challenge),
  )
}
