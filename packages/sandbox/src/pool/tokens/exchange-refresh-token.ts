import type { OperationContext } from '../../operation.ts'
import { issueRefreshToken, requireRefreshToken } from './token-families.ts'
import { type AuthenticationResult, refreshTokens } from './tokens.ts'

/**
 * New tokens for a refresh token, with a new refresh token among them where the client rotates.
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
  // Asked again: another request may have come first while these tokens were made.
  const { token } = requireRefreshToken(context, value, deviceKey)
  token.rotatedAt ??= now
  // Rotation does not prolong a session: the new token lives as long as the old one would have.
  return { ...tokens, RefreshToken: issueRefreshToken(context, family, token.expiresAt) }
}
