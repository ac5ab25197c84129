import { CognitoError, invalidParameter } from '../../errors.ts'
import { integer, mapOf, optional, readInput, structure, text } from '../../input/reader.ts'
import type { Operation, OperationContext } from '../../operation.ts'
import { identityOfLogins } from '../authenticate.ts'
import {
  findByLogin,
  linkLogins,
  requireIdentity,
  requireIdentityPool,
  resourceConflict,
} from '../identities.ts'
import type { Identity, Login } from '../identity.ts'
import { identityId, identityPoolId, loginTokens } from '../members.ts'
import { signOpenIdToken } from '../open-id-token.ts'
import { readLogins } from '../provided-logins.ts'

const input = structure({
  IdentityPoolId: identityPoolId,
  IdentityId: optional(identityId),
  Logins: loginTokens,
  PrincipalTags: optional(mapOf(text({ min: 1, max: 256 }))),
  TokenDuration: optional(integer({ min: 1, max: 86_400 })),
})

const quarterHour = 900

/** PrincipalTags are ignored: the sandbox evaluates no policies. */
export const getOpenIdTokenForDeveloperIdentity: Operation = async (context, request) => {
  const { IdentityPoolId, IdentityId, Logins, TokenDuration } = readInput(input, request)
  const { state } = context
  requireIdentityPool(state, IdentityPoolId)
  const { DeveloperProviderName: provider } = state.identityPool.options
  const { [provider]: user, ...tokens } = Logins
  if (user === undefined) {
    throw invalidParameter(`Logins must name a user of the developer provider ${provider}.`)
  }
  const provided = await readLogins(context, tokens)
  const logins = [{ provider, user, claims: {} }, ...(provided?.logins ?? [])]
  const identity =
    IdentityId === undefined
      ? identityOfLogins(context, { logins, verifiedIdentity: provided?.verifiedIdentity })
      : linkTo(context, requireIdentity(state, IdentityId), logins)
  const Token = await signOpenIdToken(context, identity, TokenDuration ?? quarterHour)
  return { IdentityId: identity.id, Token }
}

/**
 * The back end is trusted: it may link a user to any identity, but not take a user from another
 * one.
 */
function linkTo(context: OperationContext, identity: Identity, logins: readonly Login[]): Identity {
  const { DeveloperProviderName } = context.state.identityPool.options
  for (const login of logins) {
    const owner = findByLogin(context.state, login)
    if (owner && owner !== identity) throw linkedElsewhere(login, DeveloperProviderName)
  }
  linkLogins(context, identity, logins)
  return identity
}

// Both exceptions are documented for this, their messages are not.
const linkedElsewhere = ({ provider }: Login, developerProvider: string) =>
  provider === developerProvider
    ? new CognitoError(
        'DeveloperUserAlreadyRegisteredException',
        'The developer user is registered under a different identity.',
      )
    : resourceConflict(`The user of ${provider} is linked to a different identity.`)
