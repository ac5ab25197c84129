import { ConfigError } from '../../errors/auth-errors.ts'

/** The attributes of each cookie with tokens: `cookieStorage` of the classic configuration. */
export interface CookieOptions {
  /** The cookie is also sent to its subdomains, e.g. `example.com`. By default only to the page's own host. */
  readonly domain?: string | undefined
  /** `/` by default. */
  readonly path?: string | undefined
  /** In days, 365 by default. */
  readonly expires?: number | undefined
  /**
   * Over HTTPS only. By default `false` on a page that was loaded over plain http, and `true` elsewhere. A
   * server does not know the page's protocol, so `requestCookies` takes `true`.
   */
  readonly secure?: boolean | undefined
  /** `lax` by default; `none` requires `secure`. */
  readonly sameSite?: 'strict' | 'lax' | 'none' | undefined
}

/** {@link CookieOptions}, checked and complete. Only `secure` may be missing: it depends on the page. */
export interface CookieAttributes extends CookieOptions {
  readonly path: string
  readonly expires: number
  readonly sameSite: 'strict' | 'lax' | 'none'
}

/**
 * Checks and completes the attributes. An empty `domain` or `path` counts as not set, as in the classic
 * libraries.
 *
 * @throws ConfigError that names the wrong one.
 */
export function parseCookieOptions(value: unknown): CookieAttributes {
  if (typeof value !== 'object' || value === null) {
    throw new ConfigError('"cookieStorage" is not an object, e.g. { domain: "example.com" }')
  }
  const unknown = Object.keys(value).find((name) => !names.includes(name))
  if (unknown) throw new ConfigError(`"cookieStorage.${unknown}" ${whyNot(unknown)}`)
  const {
    domain,
    path,
    expires = 365,
    sameSite = 'lax',
    secure = sameSite === 'none' ? true : undefined,
  }: { readonly [Name in keyof CookieOptions]?: unknown } = value
  const attributes = {
    domain: domain ? checked('domain', domain, isDomain, 'like "example.com"') : undefined,
    path: path ? checked('path', path, isPath, 'like "/"') : '/',
    expires: checked('expires', expires, isDays, `a number of days above 0, ${mostDays} at most`),
    secure:
      secure === undefined ? undefined : checked('secure', secure, isBoolean, 'true or false'),
    sameSite: checked('sameSite', sameSite, isSameSite, '"strict", "lax" or "none"'),
  }
  if (attributes.sameSite === 'none' && !attributes.secure) {
    throw new ConfigError('"cookieStorage.sameSite" is "none", which needs "secure" to be true')
  }
  return attributes
}

const names: readonly string[] = [
  'domain',
  'path',
  'expires',
  'secure',
  'sameSite',
] satisfies (keyof CookieOptions)[]

const whyNot = (name: string) =>
  name === 'httpOnly'
    ? 'cannot be: the page itself has to read and refresh the tokens'
    : `is not known; known are ${names.join(', ')}`

function checked<T>(
  name: keyof CookieOptions,
  value: unknown,
  is: (value: unknown) => value is T,
  wanted: string,
): T {
  if (is(value)) return value
  throw new ConfigError(`"cookieStorage.${name}" is ${JSON.stringify(value)}, not ${wanted}`)
}

const isDomain = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.-]+$/.test(value)

const isPath = (value: unknown): value is string =>
  typeof value === 'string' && /^\/[!-:<-~]*$/.test(value)

/** A century, in days: a date has an upper limit. */
const mostDays = 36_525

const isDays = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= mostDays

const isBoolean = (value: unknown) => typeof value === 'boolean'

const isSameSite = (value: unknown): value is CookieAttributes['sameSite'] =>
  value === 'strict' || value === 'lax' || value === 'none'
