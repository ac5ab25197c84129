import { groupName, pageLimit, pageToken, userPoolId } from '../input/members.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { toUserType } from '../pool/admin-user.ts'
import { requireUserPool } from '../pool/client.ts'
import { requireGroup } from '../pool/groups.ts'
import { pageOf } from '../pool/paging.ts'
import { groupKey } from '../pool/user-names.ts'

const input = structure({
  UserPoolId: userPoolId,
  GroupName: groupName,
  Limit: optional(pageLimit),
  NextToken: optional(pageToken),
})

export const listUsersInGroup: Operation = ({ state }, request) => {
  const { UserPoolId, GroupName, Limit, NextToken } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  const { name } = requireGroup(state, GroupName)
  const members = state.users.named(groupKey(name))
  const { page, next } = pageOf(members, { limit: Limit, token: NextToken })
  return { Users: page.map(toUserType), NextToken: next }
}
