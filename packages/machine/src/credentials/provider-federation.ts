import { SessionExpiredError } from '../errors/auth-errors.ts'
import { presentably } from '../errors/load-failures.ts'
import type { Federation, ProviderProfile, ProviderToken } from '../ports/index.ts'
import { Secret } from '../secret.ts'

/** The token of another provider for `federatedSignIn`, with the field names of the classic API. */
export interface FederatedResponse {
  readonly token: string
  /** Only for `developer`: the identity id that your server got from `GetOpenIdTokenForDeveloperIdentity`. */
  readonly identity_id?: string | undefined
  /** Epoch ms. */
  readonly expires_at: number
}

/**
 * Gets the next token of a provider, e.g. with the provider's own SDK.
 *
 * @example
 * createAuth({
 *   config,
 *   identityPool,
 *   refreshHandlers: { google: async () => ({ token: await nextToken(), expires_at: inOneHour() }) },
 * })
 */
export type RefreshHandler = () => Promise<FederatedResponse>

/** By provider. Without a handler the session ends when the token expires. */
export type RefreshHandlers = Readonly<Partial<Record<string, RefreshHandler>>>

export function providerFederation(handlers: RefreshHandlers): Federation {
  return {
    async refresh(tokens) {
      const before = tokens.reveal()
      const handler = Object.hasOwn(handlers, before.provider)
        ? handlers[before.provider]
        : undefined
      if (!handler) {
        throw new SessionExpiredError(`There is no refresh handler for ${before.provider}`)
      }
      return presentably(
        async () => new Secret({ ...before, ...readResponse(await handler(), before.identityId) }),
        new Secret(before.token),
      )
    },
  }
}

/** The tokens of a federated sign-in. */
export function toProviderToken(
  provider: string,
  response: FederatedResponse,
  { name, email }: ProviderProfile,
): Secret<ProviderToken> {
  return new Secret({ provider, ...readResponse(response), profile: { name, email } })
}

/** @throws TypeError if `token` or `expires_at` is missing. */
function readResponse(
  { token, expires_at, identity_id }: FederatedResponse,
  identityId?: string,
): Pick<ProviderToken, 'token' | 'expiresAt' | 'identityId'> {
  if (typeof token !== 'string' || token.trim() === '' || !Number.isFinite(expires_at)) {
    throw new TypeError('A federated sign-in needs a token and expires_at (epoch ms)')
  }
  return { token: token.trim(), expiresAt: expires_at, identityId: identity_id ?? identityId }
}
