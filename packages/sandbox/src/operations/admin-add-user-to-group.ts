import type { Operation } from '../operation.ts'
import { requestedMember } from '../pool/users/requested-group.ts'

export const adminAddUserToGroup: Operation = (context, request) => {
  const { user, group } = requestedMember(context, request)
  if (!user.groups.includes(group.name)) user.groups = [...user.groups, group.name]
  return {}
}
