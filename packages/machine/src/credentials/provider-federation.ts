import { presentable } from '../disclosure/presentable.ts'
import type { Federation, ProviderProfile, ProviderToken } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import { SessionExpiredError } from '../session/auth-session.ts'

/** What `federatedSignIn` takes, in the words of the classic API. */
export interface FederatedResponse {
  readonly token: string
  /** Of `developer`: what `GetOpenIdTokenForDeveloperIdentity` has answered to your server. */
  readonly identity_id?: string | undefined
  /** Epoch ms. */
  readonly expires_at: number
}

/** Asks a provider for its next token, by whatever SDK it has. */
export type RefreshHandler = () => Promise<FederatedResponse>

/** By provider; one without a handler ends the session when its token expires. */
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
      try {
        return new Secret({ ...before, ...readResponse(await handler(), before.identityId) })
      } catch (error) {
        throw presentable(error, [before.token])
      }
    },
  }
}

/** The session that a federated sign-in asks for. */
export function toProviderToken(
  provider: string,
  response: FederatedResponse,
  { name, email }: ProviderProfile,
): Secret<ProviderToken> {
  return new Secret({ provider, ...readResponse(response), profile: { name, email } })
}

/** @throws TypeError when it lacks what a session needs. */
function readResponse(
  { token, expires_at, identity_id }: FederatedResponse,
  identityId?: string,
): Pick<ProviderToken, 'token' | 'expiresAt' | 'identityId'> {
  if (typeof token !== 'string' || token.trim() === '' || !Number.isFinite(expires_at)) {
    throw new TypeError('A federated sign-in needs a token and expires_at (epoch ms)')
  }
  return { token: token.trim(), expiresAt: expires_at, identityId: identity_id ?? identityId }
}
