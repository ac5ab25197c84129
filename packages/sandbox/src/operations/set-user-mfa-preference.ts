import { accessToken } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { preferenceMembers, setPreference } from '../pool/mfa/mfa-preference.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({ AccessToken: accessToken, ...preferenceMembers })

export const setUserMfaPreference: Operation = async (context, request) => {
  const { AccessToken, ...preference } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  setPreference(context.state.options, user, preference)
  user.modifiedAt = context.now
  return {}
}
