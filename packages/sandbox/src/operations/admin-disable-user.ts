import type { Operation } from '../operation.ts'
import { revokeAllOf } from '../pool/tokens/token-families.ts'
import { requestedUser } from '../pool/users/requested-user.ts'

export const adminDisableUser: Operation = (context, request) => {
  const user = requestedUser(context, request)
  user.enabled = false
  user.modifiedAt = context.now
  revokeAllOf(context.state, user)
  return {}
}
