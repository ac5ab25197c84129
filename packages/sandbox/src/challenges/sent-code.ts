import { utf8ToBytes } from '@noble/hashes/utils.js'
import { CognitoError } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { knownDeviceKey } from '../pool/devices/devices.ts'
import { verifyContact } from '../pool/messages/verify-contact.ts'
import { enableFactor } from '../pool/mfa/factors.ts'
import type { User } from '../pool/users/user.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'
import { isSameBytes } from '../srp/bytes.ts'
import { type Challenge, requireResponse, requireSessionOf } from './challenge.ts'
import { mfaPassed } from './mfa-passed.ts'
import { oneTimeCodePassed } from './one-time-code-passed.ts'

export const smsMfa: Challenge = (context, responses, token) => {
  const session = requireSessionOf(context, 'SMS_MFA', responses, token)
  const { signIn, code, to } = session.pending
  requireCode(code, requireResponse(responses, 'SMS_MFA_CODE'))
  const user = requireSignInUser(context.state, signIn)
  const deviceKey = knownDeviceKey(user, responses, signIn.deviceKey)
  noteDelivery(context, user, 'phone_number', to)
  session.used = true
  return mfaPassed(context, signIn, deviceKey, 'SMS_MFA')
}

export const emailOtp: Challenge = (context, responses, token) => {
  const session = requireSessionOf(context, 'EMAIL_OTP', responses, token)
  const { signIn, code, to, purpose } = session.pending
  requireCode(code, requireResponse(responses, 'EMAIL_OTP_CODE'))
  if (purpose === 'firstFactor') return oneTimeCodePassed(context, session, 'email', responses)
  const user = requireSignInUser(context.state, signIn)
  const deviceKey = knownDeviceKey(user, responses, signIn.deviceKey)
  if (purpose === 'setup') {
    verifyContact(context, user, 'email', to)
    enableFactor(user, 'EMAIL_OTP')
  } else {
    noteDelivery(context, user, 'email', to)
  }
  session.used = true
  return mfaPassed(context, signIn, deviceKey, 'EMAIL_OTP')
}

export const smsOtp: Challenge = (context, responses, token) => {
  const session = requireSessionOf(context, 'SMS_OTP', responses, token)
  requireCode(session.pending.code, requireResponse(responses, 'SMS_OTP_CODE'))
  return oneTimeCodePassed(context, session, 'phone_number', responses)
}

function requireCode(sent = '', given: string): void {
  if (isSameBytes(utf8ToBytes(sent), utf8ToBytes(given))) return
  throw new CognitoError('CodeMismatchException', 'Invalid code or auth state for the user.')
}

/** AWS documents that a correct code verifies the address to which it was sent. */
function noteDelivery(
  context: OperationContext,
  user: User,
  attribute: 'email' | 'phone_number',
  to: string,
): void {
  const { [attribute]: address, [`${attribute}_verified`]: verified } = user.attributes
  if (address === to && verified !== 'true') verifyContact(context, user, attribute, to)
}
