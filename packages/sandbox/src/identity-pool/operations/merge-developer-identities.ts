import { resourceNotFound } from '../../errors.ts'
import { readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { findByLogin, linkLogins, requireIdentityPool } from '../identities.ts'
import { developerProviderName, developerUser, identityPoolId } from '../members.ts'

const input = structure({
  SourceUserIdentifier: developerUser,
  DestinationUserIdentifier: developerUser,
  DeveloperProviderName: developerProviderName,
  IdentityPoolId: identityPoolId,
})

/** The destination gets all logins of the source and keeps its identity. */
export const mergeDeveloperIdentities: Operation = (context, request) => {
  const {
    SourceUserIdentifier,
    DestinationUserIdentifier,
    DeveloperProviderName: provider,
    IdentityPoolId,
  } = readInput(input, request)
  const { state, now } = context
  requireIdentityPool(state, IdentityPoolId)
  const source = findByLogin(state, { provider, user: SourceUserIdentifier })
  const destination = findByLogin(state, { provider, user: DestinationUserIdentifier })
  if (!source || !destination) throw resourceNotFound('Developer user identifier not found.')
  if (source !== destination) {
    linkLogins(context, destination, source.logins)
    source.disabled = true
    source.modifiedAt = now
  }
  return { IdentityId: destination.id }
}
