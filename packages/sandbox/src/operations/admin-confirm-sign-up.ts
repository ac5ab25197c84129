import { notAuthorized } from '../errors.ts'
import { stringMap, username, userPoolId } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { requireUser } from '../pool/users/users.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  ClientMetadata: optional(stringMap),
})

/** Confirms the user, but verifies no attribute. */
export const adminConfirmSignUp: Operation = async (context, request) => {
  const { UserPoolId, Username, ClientMetadata } = readInput(input, request)
  const { state, now } = context
  requireUserPool(state, UserPoolId)
  const user = requireUser(state, Username)
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
  }
  user.status = 'CONFIRMED'
  user.signUpCode = undefined
  user.modifiedAt = now
  const metadata = { clientMetadata: ClientMetadata }
  await postConfirmation({ ...context, ...metadata }, user, 'PostConfirmation_ConfirmSignUp')
  return {}
}
