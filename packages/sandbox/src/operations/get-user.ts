import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireAccessToken } from '../pool/access-token.ts'
import { toAttributeList } from '../pool/attributes.ts'

const input = structure({ AccessToken: accessToken })

export const getUser: Operation = async (context, request) => {
  const { AccessToken } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  return { Username: user.username, UserAttributes: toAttributeList(user.attributes) }
}
