import type { AuthUser } from '../auth-user.ts'
import type { Claims } from '../platform/decode-jwt.ts'
import type { Contact } from '../ports/index.ts'
import { standardAttributes } from '../standard-attributes.ts'
import { isTime } from './token-claims.ts'

/** What an ID token says. Times are epoch ms on Cognito's clock. */
interface IdTokenFacts {
  readonly user: Omit<AuthUser, 'kind'>
  /** All that it says. Only what the app names leaves the memory: a trigger may have added something secret. */
  readonly said: Claims
  /** The user's e-mail and phone number, if neither is verified: no password reset is possible then. */
  readonly unverifiedContacts: readonly Contact[]
  /** The names that the user may sign in with. */
  readonly names: readonly string[]
  readonly issuedAt: number
  readonly expiresAt: number
}

/** @throws TypeError when `sub`, `cognito:username`, `iat` or `exp` is missing or malformed. */
export function readIdToken(claims: Claims): IdTokenFacts {
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
      claims: attributesIn(claims),
    },
    said: claims,
    unverifiedContacts: unverifiedContacts(claims),
    names: [username, sub, email, claims.phone_number, claims.preferred_username].filter(isText),
    issuedAt: iat * 1000,
    expiresAt: exp * 1000,
  }
}

/** The attributes beside the standard ones, and the groups. */
const otherAttribute =
  /^(custom:.*|cognito:(username|groups)|sub|identities|(email|phone_number)_verified)$/

const isAttribute = (name: string) =>
  otherAttribute.test(name) || (standardAttributes as readonly string[]).includes(name)

function attributesIn(claims: Claims): Claims {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => isAttribute(name)))
}

/** The provider by which a linked user signed in: the first of `identities`. */
function providerOf({ identities }: Claims): string | undefined {
  const [identity]: readonly unknown[] = listOf(identities)
  if (typeof identity !== 'object' || identity === null) return undefined
  const { providerName }: { providerName?: unknown } = identity
  return isText(providerName) ? providerName : undefined
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function unverifiedContacts(claims: Claims): readonly Contact[] {
  const attributes = ['email', 'phone_number'] as const
  if (attributes.some((attribute) => isTrue(claims[`${attribute}_verified`]))) return []
  return attributes.flatMap((attribute) => {
    const value = claims[attribute]
    return isText(value) ? [{ attribute, value }] : []
  })
}

/** Pools that map attributes of another provider send a string. */
const isTrue = (value: unknown) => value === true || value === 'true'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
