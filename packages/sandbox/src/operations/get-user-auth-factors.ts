import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'
import { describeAuthFactors } from '../sign-in/describe-auth-factors.ts'

const input = structure({ AccessToken: accessToken })

export const getUserAuthFactors: Operation = async (context, request) => {
  const { AccessToken } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  return describeAuthFactors(context.state.options, user)
}
