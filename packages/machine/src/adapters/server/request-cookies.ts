import { parseCookie, stringifyCookie, stringifySetCookie } from 'cookie'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { chunkedCookies } from '../cookies/chunked-cookies.ts'
import { type CookieOptions, parseCookieOptions } from '../cookies/cookie-options.ts'

/** The storage of one request: `storage` of a `createAuth` that lives as long as it. */
export interface RequestCookies extends KeyValueStorage {
  /** The `Set-Cookie` headers of the response: what was written and removed meanwhile. */
  readonly setCookies: readonly string[]
  /**
   * The `Cookie` header as the browser would send it next, other cookies included: for what comes
   * after a proxy or middleware, which still has the one of the request.
   */
  readonly cookieHeader: string
}

/**
 * The cookies that a browser sent, as `cookieStorage` and the classic `CookieStorage` write them, and
 * those that it is to be sent back. What cannot be understood of the header is left out.
 *
 * @param cookieHeader the `Cookie` header of the request.
 * @param options the same as in the browser: with others there would be two cookies of one name. A server
 * of plain http sets `secure: false`, or else Safari drops what it sends back.
 * @throws ConfigError that says which option is wrong.
 */
export function requestCookies(
  cookieHeader: string | null | undefined,
  options: CookieOptions = {},
): RequestCookies {
  const { domain, expires, secure = true, ...others } = parseCookieOptions(options)
  const attributes = { ...others, secure }
  const cookies = readHeader(cookieHeader ?? '')
  const changes = new Map<string, string>()

  function change(name: string, value: string, life: { maxAge: number } | { expires: Date }) {
    const all = { ...attributes, ...(domain && { domain }), ...life }
    // One that was set before there was a domain would be read instead.
    if (domain) {
      const gone = stringifySetCookie(encodeName(name), '', { ...attributes, expires: new Date(0) })
      changes.set(`${name} of the host`, gone)
    }
    changes.set(name, stringifySetCookie(encodeName(name), value, all))
  }

  const storage = chunkedCookies({
    read: () => Object.fromEntries(cookies),
    set(name, value) {
      cookies.set(name, value)
      change(name, value, { maxAge: Math.ceil(expires * secondsOfDay) })
    },
    remove(name) {
      if (cookies.delete(name)) change(name, '', { expires: new Date(0) })
    },
  })

  return {
    ...storage,
    // What the browser has learned of its own clock says nothing of the server's.
    getItem: (key) => (isOfClock(key) ? null : storage.getItem(key)),
    get setCookies() {
      return [...changes.values()]
    },
    get cookieHeader() {
      const untouched = pairsOf(cookieHeader ?? '').filter((pair) => !changes.has(nameOf(pair)))
      const written = [...cookies].filter(([name]) => changes.has(name))
      return [
        ...untouched,
        ...written.map(([name, value]) => stringifyCookie({ [encodeName(name)]: value })),
      ].join('; ')
    },
  }
}

const isOfClock = (key: string) => /^authchart\..*\.clock$/.test(key)

const pairsOf = (header: string) => header.split(/;\s*/).filter(Boolean)

const nameOf = (pair: string) => {
  const name = pair.replace(/=.*$/s, '').trim()
  return decodeName(name) ?? name
}

const secondsOfDay = 24 * 60 * 60

function readHeader(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const [encoded, value = ''] of Object.entries(parseCookie(header))) {
    const name = decodeName(encoded)
    // The first of a name is the one with the longest path.
    if (name !== undefined && !cookies.has(name)) cookies.set(name, value)
  }
  return cookies
}

function decodeName(name: string): string | undefined {
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}

/** As js-cookie does it: what RFC 6265 allows in a name stays as it is, but for the percent sign. */
const encodeName = (name: string) =>
  name
    .replace(/[^\w!#$&'*+.^`|~-]+/g, encodeURIComponent)
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))
