import { invalidParameter } from '../errors.ts'
import { accessToken, attributeName, stringMap } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { checkHourlyLimit, countAttempt } from '../pool/credentials/attempts.ts'
import {
  findAttributeCode,
  requireContact,
  sendAttributeCode,
} from '../pool/messages/attribute-codes.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({
  AccessToken: accessToken,
  AttributeName: attributeName,
  ClientMetadata: optional(stringMap),
})

const requestsPerHour = 5

export const getUserAttributeVerificationCode: Operation = async (outer, request) => {
  const { AccessToken, AttributeName, ClientMetadata } = readInput(input, request)
  const context = { ...outer, clientMetadata: ClientMetadata }
  const { state, now } = context
  const { user } = await requireAccessToken(context, AccessToken)
  const attribute = requireContact(AttributeName)
  // The new value that is not verified yet has priority over the current one.
  const value = findAttributeCode(user, attribute)?.value ?? user.attributes[attribute]
  if (value === undefined) throw invalidParameter(`User does not have the attribute ${attribute}.`)
  const limit = `verificationCode:${attribute}:${user.sub}`
  checkHourlyLimit(state.attempts, limit, requestsPerHour, now)
  countAttempt(state.attempts, limit, now)
  return {
    CodeDeliveryDetails: await sendAttributeCode(
      context,
      user,
      attribute,
      value,
      'verifyAttribute',
    ),
  }
}
