import { decodeJwt } from '../../platform/decode-jwt.ts'
import type { TokenSet } from '../../ports/index.ts'
import { poolOf } from '../../tokens/token-claims.ts'
import { InvalidAnswerError } from '../errors.ts'
import { toTokens } from '../responses/tokens.ts'

interface Expected {
  readonly issuer: string
  readonly clientId: string
  readonly nonce: string
}

/**
 * The tokens in the answer of an implicit grant (RFC 6749 4.2.2, OpenID Connect Core 3.2.2).
 *
 * @throws InvalidAnswerError for tokens of another issuer, client or request.
 */
export function readImplicitGrant(
  parameters: URLSearchParams,
  { issuer, clientId, nonce }: Expected,
): TokenSet {
  const idToken = parameters.get('id_token')
  const accessToken = parameters.get('access_token')
  if (!idToken || !accessToken) throw new InvalidAnswerError('The redirect lacks a token')
  const origin = { userPoolId: poolOf(issuer), clientId }
  const tokens = toTokens({ idToken, accessToken, refreshToken: undefined }, origin).reveal()
  const claims = decodeJwt(idToken)
  const isOurs = claims.iss === issuer && claims.aud === clientId && claims.nonce === nonce
  if (!isOurs) throw new InvalidAnswerError('The redirect has an ID token that is not for it')
  return tokens
}
