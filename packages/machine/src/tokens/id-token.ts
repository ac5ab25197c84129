import type { AuthUser } from '../auth-user.ts'
import { decodeJwt } from '../platform/decode-jwt.ts'
import type { Contact } from '../ports/index.ts'

/** What the client needs to know of its tokens. Decoded, not verified: they came from Cognito over TLS. */
export interface IdTokenFacts {
  readonly user: Omit<AuthUser, 'kind'>
  /** E-mail and phone, where neither is verified: nobody could be helped to a new password. */
  readonly unverifiedContacts: readonly Contact[]
  /** Epoch ms, on Cognito's clock. */
  readonly issuedAt: number
  /** Epoch ms, on Cognito's clock. */
  readonly expiresAt: number
}

/** @throws when the token does not decode or lacks `sub`, `cognito:username`, `iat` or `exp`. */
export function readIdToken(idToken: string): IdTokenFacts {
  const claims: Readonly<Record<string, unknown>> = decodeJwt(idToken)
  const { sub, iat, exp, email, name, 'cognito:username': username } = claims
  if (!isText(sub) || !isText(username) || !isTime(iat) || !isTime(exp) || exp <= iat) {
    throw new TypeError('The ID token lacks sub, cognito:username, iat or exp')
  }
  return {
    user: {
      username,
      userId: sub,
      email: isText(email) ? email : undefined,
      name: isText(name) ? name : undefined,
      groups: listOf(claims['cognito:groups']).filter(isText),
      provider: providerOf(claims),
    },
    unverifiedContacts: unverifiedContacts(claims),
    issuedAt: iat * 1000,
    expiresAt: exp * 1000,
  }
}

/** Of a user of another provider (`identities`), the one who signed in. */
function providerOf({ identities }: Readonly<Record<string, unknown>>): string | undefined {
  const [identity]: readonly unknown[] = listOf(identities)
  if (typeof identity !== 'object' || identity === null) return undefined
  const { providerName }: { providerName?: unknown } = identity
  return isText(providerName) ? providerName : undefined
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function unverifiedContacts(claims: Readonly<Record<string, unknown>>): readonly Contact[] {
  const attributes = ['email', 'phone_number'] as const
  if (attributes.some((attribute) => isTrue(claims[`${attribute}_verified`]))) return []
  return attributes.flatMap((attribute) => {
    const value = claims[attribute]
    return isText(value) ? [{ attribute, value }] : []
  })
}

/** A text from pools whose attributes come from another provider. */
const isTrue = (value: unknown) => value === true || value === 'true'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The end of what a `Date` can be, in s: a time beyond it never comes. */
const lastTime = 8.64e12

/** A NumericDate of RFC 7519. */
export const isTime = (value: unknown): value is number =>
  Number.isFinite(value) && Math.abs(Number(value)) <= lastTime
