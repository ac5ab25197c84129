import { errors, jwtVerify } from 'jose'
import { type CognitoError, notAuthorized, userNotFound } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import type { User } from '../users/user.ts'
import { acceptedIssuers } from './issuer.ts'
import { adminScope } from './scopes.ts'
import type { TokenFamily } from './token-family.ts'

interface AccessTokenOptions {
  readonly deletedUser?: () => CognitoError
}

/** For operations that do not declare UserNotFoundException. */
export const revokedIfDeleted: AccessTokenOptions = {
  deletedUser: () => notAuthorized('Access Token has been revoked'),
}

interface AcceptedToken {
  readonly user: User
  readonly family: TokenFamily
  /** The app client that the token was issued to. */
  readonly clientId: string
}

/**
 * The user of an access token.
 *
 * @throws CognitoError if the API does not accept the token.
 */
export async function requireAccessToken(
  context: OperationContext,
  token: string,
  options?: AccessTokenOptions,
): Promise<AcceptedToken> {
  const accepted = await readAccessToken(context, token, options)
  const { scopes } = accepted.family
  if (scopes && !scopes.includes(adminScope)) {
    throw notAuthorized('Access Token does not have required scopes')
  }
  return accepted
}

/** The user of an access token with any scopes. */
export async function readAccessToken(
  context: OperationContext,
  token: string,
  { deletedUser = userNotFound }: AccessTokenOptions = {},
): Promise<AcceptedToken> {
  const { state } = context
  const { sub = '', event_id: eventId, client_id: clientId } = await verify(context, token)
  const user = state.users.get(sub)
  if (!user) throw deletedUser()
  if (!user.enabled) throw notAuthorized('User is disabled.')
  const family = state.families.get(String(eventId))
  if (!family || family.revoked) throw notAuthorized('Access Token has been revoked')
  return { user, family, clientId: String(clientId) }
}

async function verify({ state, keys, now }: OperationContext, token: string) {
  const { publicKey } = await keys.signingKey('access')
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      issuer: acceptedIssuers(state),
      algorithms: ['RS256'],
      currentDate: new Date(now),
    })
    if (payload.token_use !== 'access') throw notAuthorized('Invalid Access Token')
    return payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw notAuthorized('Access Token has expired')
    throw notAuthorized('Invalid Access Token')
  }
}
