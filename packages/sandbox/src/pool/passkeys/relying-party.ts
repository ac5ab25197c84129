import type { PoolOptions } from '../options/pool-options.ts'

/**
 * The relying party id of the pool's passkeys: the configured one, else the domain of the hosted UI, which is
 * `localhost` here; undefined if there is neither.
 */
export function relyingPartyId({
  WebAuthnConfiguration,
  AllowedOAuthFlowsUserPoolClient,
}: PoolOptions): string | undefined {
  const domain = AllowedOAuthFlowsUserPoolClient ? 'localhost' : undefined
  return WebAuthnConfiguration.RelyingPartyId ?? domain
}
