import { attributeNames, username, userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireDeclared } from '../pool/attributes.ts'
import { requireUserPool } from '../pool/client.ts'
import { removeAttributes } from '../pool/update-attributes.ts'
import { requireUser } from '../pool/users.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  UserAttributeNames: attributeNames,
})

export const adminDeleteUserAttributes: Operation = ({ state, now }, request) => {
  const { UserPoolId, Username, UserAttributeNames } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  const user = requireUser(state, Username)
  requireDeclared(state.options, UserAttributeNames)
  removeAttributes(state, user, UserAttributeNames)
  user.modifiedAt = now
  return {}
}
