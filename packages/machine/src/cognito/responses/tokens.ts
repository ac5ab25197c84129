import { decodeJwt } from '../../platform/decode-jwt.ts'
import type { TokenSet } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { readIdToken } from '../../tokens/id-token.ts'
import { requireTokenSet, type TokenOrigin } from '../../tokens/token-claims.ts'
import { InvalidAnswerError } from '../errors.ts'
import type { TokensResponse } from './auth-response.ts'

/**
 * Validates the tokens of a response: tokens that the store would reject later are rejected here.
 *
 * @throws InvalidAnswerError
 */
export function toTokens(
  { idToken, accessToken, refreshToken }: TokensResponse,
  origin: TokenOrigin,
): Secret<TokenSet> {
  try {
    requireTokenSet({ idToken, accessToken }, origin)
  } catch (error) {
    const why = error instanceof TypeError ? error.message : 'They do not decode'
    throw new InvalidAnswerError(`The response has tokens that are not a session. ${why}`)
  }
  return new Secret({ idToken, accessToken, refreshToken })
}

/** The key of the device that the tokens are bound to: Cognito requires it for a refresh. */
export function deviceKeyOf(tokens: Secret<TokenSet>): string | undefined {
  const { device_key: key }: Readonly<Record<string, unknown>> = decodeClaims(tokens)
  return typeof key === 'string' ? key : undefined
}

/** Clients need not read access tokens: one that does not decode has no claims here. */
function decodeClaims(tokens: Secret<TokenSet>) {
  try {
    return decodeJwt(tokens.reveal().accessToken)
  } catch {
    return {}
  }
}

/** The names that the user may sign in by. */
export function namesOf(tokens: Secret<TokenSet>): readonly string[] {
  const claims = decodeJwt(tokens.reveal().idToken)
  return ['cognito:username', 'sub', 'email', 'phone_number', 'preferred_username']
    .map((name) => claims[name])
    .filter((name): name is string => typeof name === 'string' && name !== '')
}

/** The user of the tokens (`cognito:username`). */
export const ownerOf = (tokens: Secret<TokenSet>): string =>
  readIdToken(tokens.reveal().idToken).user.username
