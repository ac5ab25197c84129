import type { Operation } from '../operation.ts'
import { requestedUser } from '../pool/admin-user.ts'
import { revokeAllOf } from '../pool/token-families.ts'

export const adminUserGlobalSignOut: Operation = (context, request) => {
  revokeAllOf(context.state, requestedUser(context, request))
  return {}
}
