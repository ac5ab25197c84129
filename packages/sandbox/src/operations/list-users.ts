import { invalidParameter } from '../errors.ts'
import { attributeNames, pageLimit, pageToken, userPoolId } from '../input/members.ts'
import { pageOf } from '../input/paging.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { toUserType } from '../pool/users/requested-user.ts'
import type { User } from '../pool/users/user.ts'
import { usersWhere } from '../pool/users/user-filter.ts'

const input = structure({
  UserPoolId: userPoolId,
  AttributesToGet: optional(attributeNames),
  Limit: optional(pageLimit),
  PaginationToken: optional(pageToken),
  Filter: optional(text({ max: 256 })),
})

export const listUsers: Operation = ({ state }, request) => {
  const { UserPoolId, AttributesToGet, Limit, PaginationToken, Filter } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  const found = usersWhere(state.users, Filter ?? '')
  const { page, next } = pageOf(found, { limit: Limit, token: PaginationToken })
  return {
    Users: page.map((user) => describe(user, AttributesToGet)),
    PaginationToken: next,
  }
}

function describe(user: User, names: readonly string[] | undefined) {
  const { Attributes, ...rest } = toUserType(user)
  if (!names) return { ...rest, Attributes }
  const shown = Attributes.filter(({ Name }) => names.includes(Name))
  if (shown.length < new Set(names).size) {
    throw invalidParameter('One or more requested attributes do not exist.')
  }
  return { ...rest, Attributes: shown }
}
