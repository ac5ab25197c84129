import { pageLimit, pageToken, userPoolId } from '../input/members.ts'
import { pageOf } from '../input/paging.ts'
import { optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { toGroupType } from '../pool/users/groups.ts'

const input = structure({
  UserPoolId: userPoolId,
  Limit: optional(pageLimit),
  NextToken: optional(pageToken),
})

export const listGroups: Operation = ({ state }, request) => {
  const { UserPoolId, Limit, NextToken } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  const { page, next } = pageOf(state.groups.values(), { limit: Limit, token: NextToken })
  return { Groups: page.map((group) => toGroupType(state, group)), NextToken: next }
}
