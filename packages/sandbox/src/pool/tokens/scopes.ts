import type { Attributes } from '../users/user.ts'

/** The scope for API operations that take an access token. */
export const adminScope = 'aws.cognito.signin.user.admin'

/** In the order of AWS's console. */
export const oauthScopes = ['phone', 'email', 'openid', 'profile', adminScope] as const

const claimsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['phone', ['phone_number', 'phone_number_verified']],
  ['email', ['email', 'email_verified']],
])

/**
 * The attributes that a grant's scopes show in the ID token and at the userInfo endpoint. As AWS
 * documents, `openid` alone shows all; beside `email` and `phone` only theirs. Undefined scopes: a
 * sign-in through the API, which has no such limit.
 */
export function scopedAttributes(
  scopes: readonly string[] | undefined,
  attributes: Attributes,
): Attributes {
  const shown = scopes?.flatMap((scope) => claimsOf.get(scope) ?? []) ?? []
  if (!scopes || scopes.includes('profile') || shown.length === 0) return attributes
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name === 'sub' || shown.includes(name)),
  )
}
