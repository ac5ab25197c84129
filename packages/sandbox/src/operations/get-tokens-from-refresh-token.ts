import { clientId, refreshToken, stringMap } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireClient } from '../pool/client.ts'
import { issueRefreshToken, requireRefreshToken } from '../pool/token-families.ts'
import { refreshTokens } from '../pool/tokens.ts'

const input = structure({
  RefreshToken: refreshToken,
  ClientId: clientId,
  ClientSecret: optional(text({ secret: true })),
  DeviceKey: optional(text()),
  ClientMetadata: optional(stringMap),
})

export const getTokensFromRefreshToken: Operation = async (outer, request) => {
  const { RefreshToken, ClientId, DeviceKey, ClientMetadata } = readInput(input, request)
  const context = { ...outer, clientMetadata: ClientMetadata }
  const { state, now } = context
  requireClient(state, ClientId)
  const { family, user } = requireRefreshToken(context, RefreshToken, DeviceKey)
  const tokens = await refreshTokens(context, user, family)
  if (state.options.RefreshTokenRotation.Feature === 'DISABLED') {
    return { AuthenticationResult: tokens }
  }
  // Asked again: another request may have come first while these tokens were made.
  const { token } = requireRefreshToken(context, RefreshToken, DeviceKey)
  token.rotatedAt ??= now
  // Rotation does not prolong a session: the new token lives as long as the old one would have.
  const next = issueRefreshToken(context, family, token.expiresAt)
  return { AuthenticationResult: { ...tokens, RefreshToken: next } }
}
