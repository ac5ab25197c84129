import { accessToken, attributeList, stringMap } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'
import { fromAttributeList, rejectUnwritable } from '../pool/users/attributes.ts'
import { updateAttributes } from '../pool/users/update-attributes.ts'

const input = structure({
  AccessToken: accessToken,
  UserAttributes: attributeList,
  ClientMetadata: optional(stringMap),
})

export const updateUserAttributes: Operation = async (context, request) => {
  const { AccessToken, UserAttributes, ClientMetadata } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  const given = fromAttributeList(UserAttributes)
  rejectUnwritable(context.state.options, Object.keys(given))
  const metadata = { clientMetadata: ClientMetadata }
  return {
    CodeDeliveryDetailsList: await updateAttributes({ ...context, ...metadata }, user, given),
  }
}
