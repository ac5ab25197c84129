import { accessToken, attributeNames } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'
import { rejectUnwritable, requireDeclared } from '../pool/users/attributes.ts'
import { removeAttributes } from '../pool/users/update-attributes.ts'

const input = structure({ AccessToken: accessToken, UserAttributeNames: attributeNames })

export const deleteUserAttributes: Operation = async (context, request) => {
  const { AccessToken, UserAttributeNames } = readInput(input, request)
  const { state, now } = context
  const { user } = await requireAccessToken(context, AccessToken)
  requireDeclared(state.options, UserAttributeNames)
  rejectUnwritable(state.options, UserAttributeNames)
  removeAttributes(state, user, UserAttributeNames)
  user.modifiedAt = now
  return {}
}
