import type { OperationContext } from '../operation.ts'
import {
  createIdentity,
  findByLogin,
  linkLogins,
  loginsDoNotMatch,
  resourceConflict,
} from './identities.ts'
import type { Identity } from './identity.ts'
import { isAuthenticated } from './identity.ts'
import type { ProvidedLogins } from './provided-logins.ts'

/**
 * The identity that logins lead to, with all of them linked to it.
 *
 * A guest identity takes over logins that nobody has. Where they have an identity already, AWS
 * documents for its mobile SDKs that the guest is merged into it and that the client is told the
 * other id; that the guest's id is of no use afterwards is a guess.
 *
 * @throws CognitoError ResourceConflictException when the logins belong to several identities,
 * NotAuthorizedException when `given` is somebody else's.
 */
export function identityOfLogins(
  context: OperationContext,
  { logins, vouched }: ProvidedLogins,
  given?: Identity | undefined,
): Identity {
  const found = logins.map((login) => findByLogin(context.state, login))
  const owners = new Set([...found, vouched].filter((owner) => owner !== undefined))
  // The exception is documented, its words are not.
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
