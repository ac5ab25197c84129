import type { Operation } from '../operation.ts'
import { requestedGroup } from '../pool/users/requested-group.ts'
import { groupKey } from '../pool/users/user-names.ts'

export const deleteGroup: Operation = (context, request) => {
  const { state } = context
  const { name } = requestedGroup(context, request)
  state.groups.delete(name)
  for (const user of [...state.users.named(groupKey(name))]) {
    user.groups = user.groups.filter((other) => other !== name)
  }
  return {}
}
