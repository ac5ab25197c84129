import { attributeNames, username, userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { requireDeclared } from '../pool/users/attributes.ts'
import { removeAttributes } from '../pool/users/update-attributes.ts'
import { requireUser } from '../pool/users/users.ts'

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
