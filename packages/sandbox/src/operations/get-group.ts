import type { Operation } from '../operation.ts'
import { requestedGroup } from '../pool/admin-group.ts'
import { toGroupType } from '../pool/groups.ts'

export const getGroup: Operation = (context, request) => ({
  Group: toGroupType(context.state, requestedGroup(context, request)),
})
