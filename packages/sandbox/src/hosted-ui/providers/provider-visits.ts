import type { OperationContext } from '../../operation.ts'
import type { IdentityProvider } from '../../pool/options/identity-providers.ts'
import { findProvider } from '../../pool/options/supported-providers.ts'
import { randomBase64Url } from '../../random.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { dropEnded, type ProviderVisit } from '../hosted-ui-state.ts'
import { PageError } from '../oauth-errors.ts'

const lifetime = 10 * 60_000

/** The address at which a browser signs in with an external provider. */
export function visitProvider(
  { state, now, random }: OperationContext,
  request: AuthorizationRequest,
  provider: string,
): string {
  const { visits } = state.hostedUi
  dropEnded(visits, now)
  const key = randomBase64Url(random, 24)
  visits.set(key, { request, provider, expiresAt: now + lifetime })
  return `/_idp/${encodeURIComponent(provider)}?${new URLSearchParams({ state: key })}`
}

/**
 * The visit for a browser's `state`.
 *
 * @throws PageError if it is unknown or expired: then the client is not known either.
 */
export function requireVisit(
  { state, now }: OperationContext,
  key: string | null,
): { readonly visit: ProviderVisit; readonly provider: IdentityProvider } {
  const visit = state.hostedUi.visits.get(key ?? '')
  const provider = visit && findProvider(state.options, visit.provider)
  if (!visit || !provider || now >= visit.expiresAt) {
    throw new PageError('invalid_request', 'This sign-in is over or was not begun here.')
  }
  return { visit, provider }
}
