import { resourceNotFound } from '../../errors.ts'
import { username, userPoolId } from '../../input/members.ts'
import { readInput, structure } from '../../input/reader.ts'
import type { OperationContext } from '../../operation.ts'
import { requireUserPool } from '../options/client.ts'
import { toAttributeList } from './attributes.ts'
import type { User } from './user.ts'
import { findUser, requireUser } from './users.ts'

const input = structure({ UserPoolId: userPoolId, Username: username })

/** The user of an administrator's request. */
export function requestedUser({ state }: OperationContext, request: unknown): User {
  const { UserPoolId, Username } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  return requireUser(state, Username)
}

/** For the two operations that do not declare UserNotFoundException. */
export function requestedDeviceOwner(context: OperationContext, request: unknown): User {
  const { Username } = readInput(input, request)
  if (!findUser(context.state, Username)) throw resourceNotFound('User does not exist.')
  return requestedUser(context, request)
}

/**
 * A user in the shape of AdminGetUser, except for the name of the attribute list; dates in epoch s.
 */
export function describeUser(user: User) {
  return {
    Username: user.username,
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
    Enabled: user.enabled,
    UserStatus: user.status,
  }
}

/** A user in the shape of UserType. */
export function toUserType(user: User) {
  return {
    ...describeUser(user),
    Attributes: toAttributeList(user.attributes),
  }
}
