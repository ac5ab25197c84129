import { ConfigError } from '../errors/auth-errors.ts'

/** The origins of APIs that may get a token, in addition to the page's own; `any` allows all. */
export type ApiOrigins = readonly string[] | 'any'

/** The address given to `auth.fetch` must not get a token: see `apiOrigins` of `createAuth`. */
export class ApiOriginError extends Error {
  override readonly name = 'ApiOriginError'
}

/**
 * Throws for an address that must not get a token.
 *
 * @param ownOrigin the origin of the page; `undefined` where there is none
 * @throws ConfigError for what is not an origin
 */
export function apiOriginCheck(
  origins: ApiOrigins = [],
  ownOrigin: () => string | undefined,
): (url: string) => void {
  if (origins === 'any') return () => undefined
  if (!Array.isArray(origins)) throw new ConfigError('"apiOrigins" is neither a list nor "any"')
  const listed = origins.map((text) => {
    const origin = originOf(text)
    if (origin !== undefined && /^[^/]+\/\/[^/?#]+\/?$/.test(text)) return origin
    throw new ConfigError(
      `"apiOrigins" has "${text}", not an origin like "https://api.example.com"`,
    )
  })
  return (url) => {
    const origin = originOf(url)
    const own = originOf(ownOrigin() ?? '')
    if (origin !== undefined && (origin === own || listed.includes(origin))) return
    throw new ApiOriginError(
      `${origin ?? 'This address'} gets no token: createAuth needs apiOrigins: ['${origin ?? 'https://api.example.com'}']`,
    )
  }
}

/** Without `URL`, which is incomplete in React Native. An address with a user name has no origin here. */
const originOf = (url: string): string | undefined =>
  /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?(?=[/?#]|$)/i
    .exec(url)?.[0]
    .toLowerCase()
    // Default ports are left out of an origin.
    .replace(/^(http:.*):80$|^(https:.*):443$/, '$1$2')
