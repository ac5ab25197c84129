import { clientId, refreshToken, stringMap } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireClient } from '../pool/client.ts'
import { issueRefreshToken, requireRefreshToken } from '../pool/token-families.ts'
import { issueTokens } from '../pool/tokens.ts'

const input = structure({
  RefreshToken: refreshToken,
  ClientId: clientId,
  ClientSecret: optional(text({ secret: true })),
  DeviceKey: optional(text()),
  ClientMetadata: optional(stringMap),
})

export const getTokensFromRefreshToken: Operation = async (context, request) => {
  const { RefreshToken, ClientId } = readInput(input, request)
  const { state, now } = context
  requireClient(state, ClientId)
  const { token, family, user } = requireRefreshToken(context, RefreshToken)
  if (state.options.RefreshTokenRotation.Feature === 'DISABLED') {
    return { AuthenticationResult: await issueTokens(context, user, family) }
  }
  token.rotatedAt ??= now
  // Rotation does not prolong a session: the new token lives as long as the old one would have.
  const next = issueRefreshToken(context, family, token.expiresAt)
  const tokens = await issueTokens(context, user, family)
  return { AuthenticationResult: { ...tokens, RefreshToken: next } }
}
