import { clientId, refreshToken, stringMap } from '../input/members.ts'
import { optional, readInput, structure, text } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireClient, requireClientSecret } from '../pool/options/client.ts'
import { exchangeRefreshToken } from '../pool/tokens/exchange-refresh-token.ts'

const input = structure({
  RefreshToken: refreshToken,
  ClientId: clientId,
  ClientSecret: optional(text({ secret: true })),
  DeviceKey: optional(text()),
  ClientMetadata: optional(stringMap),
})

export const getTokensFromRefreshToken: Operation = async (outer, request) => {
  const { RefreshToken, ClientId, ClientSecret, DeviceKey, ClientMetadata } = readInput(
    input,
    request,
  )
  const context = { ...outer, clientMetadata: ClientMetadata }
  requireClient(context.state, ClientId)
  requireClientSecret(context.state, ClientSecret)
  return { AuthenticationResult: await exchangeRefreshToken(context, RefreshToken, DeviceKey) }
}
