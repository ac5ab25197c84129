import type { Operation } from '../operation.ts'
import { requestedMember } from '../pool/users/requested-group.ts'

export const adminRemoveUserFromGroup: Operation = (context, request) => {
  const { user, group } = requestedMember(context, request)
  user.groups = user.groups.filter((name) => name !== group.name)
  return {}
}
