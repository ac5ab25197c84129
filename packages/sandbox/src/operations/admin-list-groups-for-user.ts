import { pageLimit, pageToken, username, userPoolId } from '../input/members.ts'
import { pageOf } from '../input/paging.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { groupsOf, toGroupType } from '../pool/users/groups.ts'
import { requireUser } from '../pool/users/users.ts'

const input = structure({
  UserPoolId: userPoolId,
  Username: username,
  Limit: optional(pageLimit),
  NextToken: optional(pageToken),
})

export const adminListGroupsForUser: Operation = ({ state }, request) => {
  const { UserPoolId, Username, Limit, NextToken } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  const groups = groupsOf(state, requireUser(state, Username))
  const { page, next } = pageOf(groups, { limit: Limit, token: NextToken })
  return { Groups: page.map((group) => toGroupType(state, group)), NextToken: next }
}
