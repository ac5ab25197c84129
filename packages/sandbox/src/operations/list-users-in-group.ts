import { groupName, pageLimit, pageToken, userPoolId } from '../input/members.ts'
import { pageOf } from '../input/paging.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { requireGroup } from '../pool/users/groups.ts'
import { toUserType } from '../pool/users/requested-user.ts'
import { groupKey } from '../pool/users/user-names.ts'

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
