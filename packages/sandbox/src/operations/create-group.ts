import { CognitoError } from '../errors.ts'
import { groupName, userPoolId } from '../input/members.ts'
import { integer, optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import type { Group } from '../pool/users/group.ts'
import { toGroupType } from '../pool/users/groups.ts'

const input = structure({
  GroupName: groupName,
  UserPoolId: userPoolId,
  Description: optional(text({ max: 2048 })),
  RoleArn: optional(text({ min: 20, max: 2048, pattern: /arn:[\w+=/,.@-]+:[\w+=/,.@:-]+/ })),
  Precedence: optional(integer({ min: 0, max: 2 ** 31 - 1 })),
})

export const createGroup: Operation = ({ state, now }, request) => {
  const { GroupName, UserPoolId, Description, RoleArn, Precedence } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  if (state.groups.has(GroupName)) {
    throw new CognitoError('GroupExistsException', 'A group with the name already exists.')
  }
  const group: Group = {
    name: GroupName,
    description: Description,
    roleArn: RoleArn,
    precedence: Precedence,
    createdAt: now,
    modifiedAt: now,
  }
  state.groups.set(GroupName, group)
  return { Group: toGroupType(state, group) }
}
