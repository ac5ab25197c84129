import { resourceNotFound } from '../../errors.ts'
import type { SandboxState } from '../../state.ts'
import type { Group } from './group.ts'
import type { User } from './user.ts'

export function requireGroup(state: SandboxState, name: string): Group {
  const group = state.groups.get(name)
  if (!group) throw resourceNotFound('Group not found.')
  return group
}

/** A group in the shape of GroupType; dates in epoch s. */
export function toGroupType({ userPoolId }: SandboxState, group: Group) {
  return {
    GroupName: group.name,
    UserPoolId: userPoolId,
    Description: group.description,
    RoleArn: group.roleArn,
    Precedence: group.precedence,
    LastModifiedDate: group.modifiedAt / 1000,
    CreationDate: group.createdAt / 1000,
  }
}

const rank = ({ precedence = Number.POSITIVE_INFINITY }: Group) => precedence

/** A user's groups, the highest precedence first. */
export function groupsOf(state: SandboxState, user: User): Group[] {
  return user.groups
    .flatMap((name) => state.groups.get(name) ?? [])
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

/** The groups and roles of a user, as the pre token generation trigger receives them. */
export function groupConfiguration(state: SandboxState, user: User) {
  const groups = groupsOf(state, user)
  const [first] = groups
  const roles = [...new Set(groups.flatMap(({ roleArn }) => roleArn ?? []))]
  // Groups of equal precedence have no preferred role, unless they share it.
  const best = first ? groups.filter((group) => rank(group) === rank(first)) : []
  const preferred = [...new Set(best.flatMap(({ roleArn }) => roleArn ?? []))]
  return {
    groupsToOverride: groups.map(({ name }) => name),
    iamRolesToOverride: roles,
    preferredRole: (preferred.length === 1 && preferred[0]) || null,
  }
}
