import { CognitoError } from '../errors.ts'
import { knownDeviceKey } from '../pool/devices/devices.ts'
import { softwareTokenNotFound } from '../pool/mfa/factors.ts'
import { takeCode } from '../pool/mfa/totp.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'
import { type Challenge, requireResponse, requireSessionOf } from './challenge.ts'
import { mfaPassed } from './mfa-passed.ts'

export const softwareTokenMfa: Challenge = (context, responses, token) => {
  const session = requireSessionOf(context, 'SOFTWARE_TOKEN_MFA', responses, token)
  const { signIn } = session.pending
  const code = requireResponse(responses, 'SOFTWARE_TOKEN_MFA_CODE')
  const user = requireSignInUser(context.state, signIn)
  const { softwareToken } = user.mfa
  if (!softwareToken) throw softwareTokenNotFound()
  const taken = takeCode(context, softwareToken, code)
  if (!taken) throw new CognitoError('CodeMismatchException', 'Invalid code received for user')
  if (taken === 'used') {
    throw new CognitoError(
      'ExpiredCodeException',
      'Your software token has already been used once.',
    )
  }
  const deviceKey = knownDeviceKey(user, responses, signIn.deviceKey)
  user.mfa = { ...user.mfa, softwareToken: taken }
  session.used = true
  return mfaPassed(context, signIn, deviceKey, 'SOFTWARE_TOKEN_MFA')
}
