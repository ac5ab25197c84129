import { username, userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { preferenceMembers, setPreference } from '../pool/mfa/mfa-preference.ts'
import { requestedUser } from '../pool/users/requested-user.ts'

const input = structure({ UserPoolId: userPoolId, Username: username, ...preferenceMembers })

export const adminSetUserMfaPreference: Operation = (context, request) => {
  const { UserPoolId: _, Username: __, ...preference } = readInput(input, request)
  const user = requestedUser(context, request)
  setPreference(context.state.options, user, preference)
  user.modifiedAt = context.now
  return {}
}
