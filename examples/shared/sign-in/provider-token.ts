import type { FederatedResponse } from '@authchart/machine'
import type { FormValues } from '../forms/form.ts'

/** The providers whose tokens an identity pool takes, by their names in `federatedSignIn`. */
export const tokenProviders = [
  { value: 'google', label: 'Google' },
  { value: 'facebook', label: 'Facebook' },
  { value: 'amazon', label: 'Amazon' },
  { value: 'developer', label: 'The server of this app' },
  { value: 'openId', label: 'Another OpenID issuer' },
]

const hourMs = 3_600_000

/** The arguments of `federatedSignIn`. */
export function federatedInput({ provider, issuer, identityId, token, displayName }: FormValues) {
  const response: FederatedResponse = {
    token,
    expires_at: expiryOf(token),
    identity_id: identityId || undefined,
  }
  return [
    provider === 'openId' ? issuer : provider,
    response,
    { name: displayName || undefined },
  ] as const
}

/** The expiry of a JWT in epoch ms; other tokens have none to read, so an hour from now. */
function expiryOf(token: string): number {
  try {
    const payload = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
    const { exp }: { exp?: unknown } = JSON.parse(atob(payload))
    if (typeof exp === 'number') return exp * 1000
  } catch {
    // It is no JWT.
  }
  return Date.now() + hourMs
}
