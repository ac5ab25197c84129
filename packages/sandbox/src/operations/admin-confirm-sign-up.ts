import { notAuthorized } from '../errors.ts'
import type { Operation } from '../operation.ts'
import { requestedUser } from '../pool/admin-user.ts'

/** Confirms the user, but verifies no attribute. */
export const adminConfirmSignUp: Operation = (context, request) => {
  const user = requestedUser(context, request)
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
  }
  user.status = 'CONFIRMED'
  user.signUpCode = undefined
  user.modifiedAt = context.now
  return {}
}
