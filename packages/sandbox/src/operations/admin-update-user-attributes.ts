import { attributeList, stringMap, username, userPoolId } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { fromAttributeList } from '../pool/users/attributes.ts'
import { updateAttributes } from '../pool/users/update-attributes.ts'
import { requireUser } from '../pool/users/users.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  UserAttributes: attributeList,
  ClientMetadata: optional(stringMap),
})

export const adminUpdateUserAttributes: Operation = async (context, request) => {
  const { UserPoolId, Username, UserAttributes, ClientMetadata } = readInput(input, request)
  requireUserPool(context.state, UserPoolId)
  const user = requireUser(context.state, Username)
  const metadata = { clientMetadata: ClientMetadata }
  await updateAttributes({ ...context, ...metadata }, user, fromAttributeList(UserAttributes))
  return {}
}
