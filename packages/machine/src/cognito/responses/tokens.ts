import { decodeJwt } from '../../platform/decode-jwt.ts'
import type { TokenSet } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { readIdToken } from '../../tokens/id-token.ts'
import { requireTokenSet, type TokenOrigin } from '../../tokens/token-claims.ts'
import { InvalidAnswerError } from '../errors.ts'
import type { TokensAnswer } from './answers.ts'

/**
 * Tokens that would not be a session when they are read from the store again are rejected here.
 *
 * @throws InvalidAnswerError
 */
export function toTokens(
  { idToken, accessToken, refreshToken }: TokensAnswer,
  origin: TokenOrigin,
): Secret<TokenSet> {
  try {
    requireTokenSet({ idToken, accessToken }, origin)
  } catch (error) {
    const why = error instanceof TypeError ? error.message : 'They do not decode'
    throw new InvalidAnswerError(`The answer has tokens that are no session. ${why}`)
  }
  return new Secret({ idToken, accessToken, refreshToken })
}

/** The device that the tokens are bound to: without its key Cognito rejects to refresh them. */
export function deviceKeyOf(tokens: Secret<TokenSet>): string | undefined {
  const { device_key: key }: Readonly<Record<string, unknown>> = decodeClaims(tokens)
  return typeof key === 'string' ? key : undefined
}

/** An access token is Cognito's own affair: one that does not decode is none of ours. */
function decodeClaims(tokens: Secret<TokenSet>) {
  try {
    return decodeJwt(tokens.reveal().accessToken)
  } catch {
    return {}
  }
}

/** What their user may sign in by. */
export function namesOf(tokens: Secret<TokenSet>): readonly string[] {
  const claims = decodeJwt(tokens.reveal().idToken)
  return ['cognito:username', 'sub', 'email', 'phone_number', 'preferred_username']
    .map((name) => claims[name])
    .filter((name): name is string => typeof name === 'string' && name !== '')
}

/** The user whose tokens they are (`cognito:username`). */
export const ownerOf = (tokens: Secret<TokenSet>): string =>
  readIdToken(tokens.reveal().idToken).user.username
