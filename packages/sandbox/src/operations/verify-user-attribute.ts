import { accessToken, attributeName, confirmationCode } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { findAttributeCode, requireContact } from '../pool/messages/attribute-codes.ts'
import { proveCode } from '../pool/messages/codes.ts'
import { verifyContact } from '../pool/messages/verify-contact.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({
  AccessToken: accessToken,
  AttributeName: attributeName,
  Code: confirmationCode,
})

export const verifyUserAttribute: Operation = async (context, request) => {
  const { AccessToken, AttributeName, Code } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  const attribute = requireContact(AttributeName)
  const limit = `attributeCode:${attribute}:${user.sub}`
  const { value } = proveCode(context, limit, findAttributeCode(user, attribute), Code)
  verifyContact(context, user, attribute, value)
  return {}
}
