import type { Operation } from '../operation.ts'
import { requestedUser } from '../pool/users/requested-user.ts'

export const adminEnableUser: Operation = (context, request) => {
  const user = requestedUser(context, request)
  user.enabled = true
  user.modifiedAt = context.now
  return {}
}
