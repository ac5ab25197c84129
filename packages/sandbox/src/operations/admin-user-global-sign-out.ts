import type { Operation } from '../operation.ts'
import { revokeAllOf } from '../pool/tokens/token-families.ts'
import { requestedUser } from '../pool/users/requested-user.ts'

export const adminUserGlobalSignOut: Operation = (context, request) => {
  revokeAllOf(context.state, requestedUser(context, request))
  return {}
}
