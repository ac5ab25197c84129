import { invalidParameter, resourceNotFound } from '../../errors.ts'
import { pageToken } from '../../input/members.ts'
import { pageOf } from '../../input/paging.ts'
import { optional, readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import {
  findByLogin,
  requireIdentity,
  requireIdentityPool,
  resourceConflict,
} from '../identities.ts'
import { developerUser, identityId, identityPoolId, pageSize } from '../members.ts'

const input = structure({
  IdentityPoolId: identityPoolId,
  IdentityId: optional(identityId),
  DeveloperUserIdentifier: optional(developerUser),
  MaxResults: optional(pageSize),
  NextToken: optional(pageToken),
})

export const lookupDeveloperIdentity: Operation = ({ state }, request) => {
  const { IdentityPoolId, IdentityId, DeveloperUserIdentifier, MaxResults, NextToken } = readInput(
    input,
    request,
  )
  requireIdentityPool(state, IdentityPoolId)
  const { DeveloperProviderName: provider } = state.identityPool.options
  if (DeveloperUserIdentifier !== undefined) {
    const identity = findByLogin(state, { provider, user: DeveloperUserIdentifier })
    if (!identity) throw resourceNotFound('Developer user identifier not found.')
    if (IdentityId !== undefined && identity.id !== IdentityId) {
      throw resourceConflict('The developer user is linked to a different identity.')
    }
    return { IdentityId: identity.id, DeveloperUserIdentifierList: [DeveloperUserIdentifier] }
  }
  if (IdentityId === undefined) {
    throw invalidParameter('Either IdentityId or DeveloperUserIdentifier must be given.')
  }
  const users = requireIdentity(state, IdentityId).logins.filter(
    (login) => login.provider === provider,
  )
  const { page, next } = pageOf(users, { limit: MaxResults, token: NextToken })
  return {
    IdentityId,
    DeveloperUserIdentifierList: page.map(({ user }) => user),
    NextToken: next,
  }
}
