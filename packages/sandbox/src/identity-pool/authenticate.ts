import type { OperationContext } from '../operation.ts'
import {
  createIdentity,
  findByLogin,
  linkLogins,
  loginsDoNotMatch,
  resourceConflict,
} from './identities.ts'
import { type Identity, isAuthenticated } from './identity.ts'
import type { ProvidedLogins } from './provided-logins.ts'

/**
 * The identity of the logins, with all of them linked to it.
 *
 * A guest identity takes over unlinked logins. If the logins have an identity already, AWS
 * documents for its mobile SDKs that the guest is merged into it and the response has the other id.
 * That the guest's id stops working is an assumption.
 *
 * @throws CognitoError ResourceConflictException if the logins belong to several identities,
 * NotAuthorizedException if `given` belongs to another user.
 */
export function identityOfLogins(
  context: OperationContext,
  { logins, verifiedIdentity }: ProvidedLogins,
  given?: Identity | undefined,
): Identity {
  const found = logins.map((login) => findByLogin(context.state, login))
  const owners = new Set([...found, verifiedIdentity].filter((owner) => owner !== undefined))
  // The exception is documented, its message is not.
  if (owners.size > 1) throw resourceConflict('Logins are linked to different identities.')
  const [owner] = owners
  if (given && isAuthenticated(given) && owner !== given) throw loginsDoNotMatch()
  const identity = owner ?? given ?? createIdentity(context)
  linkLogins(context, identity, logins)
  if (given && given !== identity) {
    given.disabled = true
    given.modifiedAt = context.now
  }
  return identity
}
