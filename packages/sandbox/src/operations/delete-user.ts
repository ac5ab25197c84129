import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({ AccessToken: accessToken })

export const deleteUser: Operation = async (context, request) => {
  const { AccessToken } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  context.state.users.delete(user.sub)
  return {}
}
