import type { Operation } from '../operation.ts'
import { requestedUser } from '../pool/users/requested-user.ts'

export const adminDeleteUser: Operation = (context, request) => {
  context.state.users.delete(requestedUser(context, request).sub)
  return {}
}
