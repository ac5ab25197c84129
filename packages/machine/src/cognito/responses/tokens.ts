import type { TokenSet } from '../../ports/index.ts'
import type { Secret } from '../../secret.ts'
import type { TokenOrigin } from '../../tokens/token-claims.ts'
import { parseTokens } from '../../tokens/token-facts.ts'
import { InvalidAnswerError } from '../errors.ts'
import type { TokensResponse } from './auth-response.ts'

/**
 * Validates the tokens of a response: tokens that the store would reject later are rejected here.
 *
 * @throws InvalidAnswerError
 */
export function toTokens(tokens: TokensResponse, origin: TokenOrigin): Secret<TokenSet> {
  try {
    return parseTokens(tokens, origin)
  } catch (error) {
    const why = error instanceof TypeError ? error.message : 'They do not decode'
    throw new InvalidAnswerError(`The response has tokens that are not a session. ${why}`)
  }
}
