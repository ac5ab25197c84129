import type { Operation } from '../operation.ts'
import { requestedUser } from '../pool/admin-user.ts'
import { revokeAllOf } from '../pool/token-families.ts'

export const adminDisableUser: Operation = (context, request) => {
  const user = requestedUser(context, request)
  user.enabled = false
  user.modifiedAt = context.now
  revokeAllOf(context.state, user)
  return {}
}
