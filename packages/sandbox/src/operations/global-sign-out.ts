import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireAccessToken, revokedIfDeleted } from '../pool/tokens/access-token.ts'
import { revokeAllOf } from '../pool/tokens/token-families.ts'

const input = structure({ AccessToken: accessToken })

export const globalSignOut: Operation = async (context, request) => {
  const { AccessToken } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken, revokedIfDeleted)
  revokeAllOf(context.state, user)
  return {}
}
