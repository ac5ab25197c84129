import { CognitoError } from '../errors.ts'
import { clientId, refreshToken } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireClientSecret } from '../pool/options/client.ts'
import { findRefreshFamily } from '../pool/tokens/token-families.ts'

const input = structure({
  Token: refreshToken,
  ClientId: clientId,
  ClientSecret: optional(text({ secret: true })),
})

/** An unknown token is no error, as in RFC 7009 §2.2. */
export const revokeToken: Operation = ({ state }, request) => {
  const { Token, ClientId, ClientSecret } = readInput(input, request)
  if (ClientId !== state.clientId) {
    // The only operation with a ClientId that does not declare ResourceNotFoundException.
    throw new CognitoError('UnauthorizedException', `User pool client ${ClientId} does not exist.`)
  }
  requireClientSecret(state, ClientSecret)
  if (!state.options.EnableTokenRevocation) {
    throw new CognitoError(
      'UnsupportedOperationException',
      'Token revocation is not enabled for the client.',
    )
  }
  // Access and ID tokens are JWS with three parts; a refresh token has five.
  if (Token.split('.').length === 3) {
    throw new CognitoError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked.')
  }
  const family = findRefreshFamily(state, Token)
  if (family) family.revoked = true
  return {}
}
