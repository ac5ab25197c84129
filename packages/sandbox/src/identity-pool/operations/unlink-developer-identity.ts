import { resourceNotFound } from '../../errors.ts'
import { readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { requireIdentity, requireIdentityPool, unlinkLogins } from '../identities.ts'
import { hasLogin, isSameLogin } from '../identity.ts'
import { developerProviderName, developerUser, identityId, identityPoolId } from '../members.ts'

const input = structure({
  IdentityId: identityId,
  IdentityPoolId: identityPoolId,
  DeveloperProviderName: developerProviderName,
  DeveloperUserIdentifier: developerUser,
})

export const unlinkDeveloperIdentity: Operation = ({ state, now }, request) => {
  const { IdentityId, IdentityPoolId, DeveloperProviderName, DeveloperUserIdentifier } = readInput(
    input,
    request,
  )
  requireIdentityPool(state, IdentityPoolId)
  const identity = requireIdentity(state, IdentityId)
  const removed = { provider: DeveloperProviderName, user: DeveloperUserIdentifier }
  if (!hasLogin(identity, removed)) throw resourceNotFound('Developer user identifier not found.')
  unlinkLogins(identity, (login) => isSameLogin(login, removed), now)
  return {}
}
