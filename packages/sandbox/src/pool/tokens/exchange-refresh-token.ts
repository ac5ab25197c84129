import type { OperationContext } from '../../operation.ts'
import { issueRefreshToken, requireRefreshToken } from './token-families.ts'
import { type AuthenticationResult, refreshTokens } from './tokens.ts'

/**
 * Exchanges a refresh token for new tokens. They include a new refresh token if the client rotates
 * them.
 *
 * @throws CognitoError
 */
export async function exchangeRefreshToken(
  context: OperationContext,
  value: string,
  deviceKey?: string | undefined,
): Promise<AuthenticationResult> {
  const { state, now } = context
  const { family, user } = requireRefreshToken(context, value, deviceKey)
  const tokens = await refreshTokens(context, user, family)
  if (state.options.RefreshTokenRotation.Feature === 'DISABLED') return tokens
  // Checked again: another request may have used it while the tokens were created.
  const { token } = requireRefreshToken(context, value, deviceKey)
  token.rotatedAt ??= now
  // Rotation does not prolong a session: the new token expires when the old one would have.
  return { ...tokens, RefreshToken: issueRefreshToken(context, family, token.expiresAt) }
}
