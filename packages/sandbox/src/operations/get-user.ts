import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { describeMfa } from '../pool/mfa/factors.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'
import { readableAttributes, toAttributeList } from '../pool/users/attributes.ts'

const input = structure({ AccessToken: accessToken })

export const getUser: Operation = async (context, request) => {
  const { AccessToken } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  return {
    Username: user.username,
    UserAttributes: toAttributeList(readableAttributes(context.state.options, user.attributes)),
    ...describeMfa(user),
  }
}
