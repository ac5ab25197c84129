import type { Operation } from '../operation.ts'
import { toGroupType } from '../pool/users/groups.ts'
import { requestedGroup } from '../pool/users/requested-group.ts'

export const getGroup: Operation = (context, request) => ({
  Group: toGroupType(context.state, requestedGroup(context, request)),
})
