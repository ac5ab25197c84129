import { groupName, userPoolId } from '../../input/members.ts'
import { readInput, structure } from '../../input/reader.ts'
import type { OperationContext } from '../../operation.ts'
import { requireUserPool } from '../options/client.ts'
import type { Group } from './group.ts'
import { requireGroup } from './groups.ts'
import { requestedUser } from './requested-user.ts'
import type { User } from './user.ts'

const input = structure({ UserPoolId: userPoolId, GroupName: groupName })

/** The group of a request. */
export function requestedGroup({ state }: OperationContext, request: unknown): Group {
  const { UserPoolId, GroupName } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  return requireGroup(state, GroupName)
}

/** The user and the group of a request. */
export function requestedMember(
  context: OperationContext,
  request: unknown,
): { user: User; group: Group } {
  const group = requestedGroup(context, request)
  return { group, user: requestedUser(context, request) }
}
