import { invalidParameter, userNotFound } from '../errors.ts'
import { clientId, stringMap, username } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { checkHourlyLimit, countAttempt } from '../pool/credentials/attempts.ts'
import { simulatedDelivery } from '../pool/credentials/fake-user.ts'
import { sendSignUpCode } from '../pool/messages/sign-up-code.ts'
import { requireClientUser } from '../pool/options/client.ts'
import { findUser } from '../pool/users/users.ts'

const input = structure({
  ClientId: clientId,
  Username: username,
  ClientMetadata: optional(stringMap),
  SecretHash: optional(text()),
})

const resendsPerHour = 5

export const resendConfirmationCode: Operation = async (context, request) => {
  const { ClientId, Username, SecretHash, ClientMetadata } = readInput(input, request)
  const { state, now } = context
  requireClientUser(state, ClientId, Username, SecretHash)
  const user = findUser(state, Username)
  const key = `resend:${user?.sub ?? Username.toLowerCase()}`
  if (user && user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.')
  if (!user && state.options.PreventUserExistenceErrors === 'LEGACY') {
    throw userNotFound('Username/client id combination not found.')
  }
  checkHourlyLimit(state.attempts, key, resendsPerHour, now)
  countAttempt(state.attempts, key, now)
  if (!user) return { CodeDeliveryDetails: simulatedDelivery(state, Username) }
  const CodeDeliveryDetails = await sendSignUpCode(
    { ...context, clientMetadata: ClientMetadata },
    user,
    'resendCode',
  )
  if (!CodeDeliveryDetails) {
    throw invalidParameter('Auto verification not turned on.')
  }
  return { CodeDeliveryDetails }
}
