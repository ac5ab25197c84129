import { stringMap, username, userPoolId } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { resetRejected, sendResetCode } from '../pool/messages/reset-code.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { requireUser } from '../pool/users/users.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  ClientMetadata: optional(stringMap),
})

export const adminResetUserPassword: Operation = async (context, request) => {
  const { UserPoolId, Username, ClientMetadata } = readInput(input, request)
  const { state, now } = context
  requireUserPool(state, UserPoolId)
  const user = requireUser(state, Username)
  if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED') throw resetRejected()
  await sendResetCode({ ...context, clientMetadata: ClientMetadata }, user)
  user.status = 'RESET_REQUIRED'
  user.modifiedAt = now
  return {}
}
