import { parseCookie, stringifyCookie, stringifySetCookie } from 'cookie'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { chunkedCookies } from '../cookies/chunked-cookies.ts'
import { type CookieOptions, parseCookieOptions } from '../cookies/cookie-options.ts'

/** The storage of one request, for a `createAuth` of the same lifetime. */
export interface RequestCookies extends KeyValueStorage {
  /** The `Set-Cookie` headers of the response: the cookies that were written and removed. */
  readonly setCookies: readonly string[]
  /**
   * The `Cookie` header as the browser would send it next, other cookies included: for handlers after
   * a proxy or middleware, which still have the header of the request.
   */
  readonly cookieHeader: string
}

/**
 * A storage over the cookies of a request, as `cookieStorage` and the classic `CookieStorage` write them.
 * Collects the cookies for the response. Skips the parts of the header that are not valid.
 *
 * @param cookieHeader the `Cookie` header of the request.
 * @param options the same as in the browser: other ones would make a second cookie of the same name. A
 * server of plain http sets `secure: false`, because Safari drops a secure cookie there.
 * @throws ConfigError that names the wrong option.
 * @example
 * const cookies = requestCookies(request.headers.get('cookie'))
 * const auth = createAuth({ config, storage: cookies })
 * const { route } = auth.getView()
 * for (const cookie of cookies.setCookies) response.headers.append('set-cookie', cookie)
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
    // A cookie without the domain, from before it was configured, would be read first.
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
    // The drift of the browser's clock is not the drift of the server's.
    getItem: (key) => (isClockDrift(key) ? null : storage.getItem(key)),
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

const isClockDrift = (key: string) => /^authchart\..*\.clock$/.test(key)

const pairsOf = (header: string) => header.split(/;\s*/).filter(Boolean)

function nameOf(pair: string) {
  const name = pair.replace(/=.*$/s, '').trim()
  return decodeName(name) ?? name
}

const secondsOfDay = 24 * 60 * 60

function readHeader(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const [encoded, value = ''] of Object.entries(parseCookie(header))) {
    const name = decodeName(encoded)
    // The first cookie of a name has the longest path.
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

/** Like js-cookie: encodes all but the characters that RFC 6265 allows, and the percent sign. */
const encodeName = (name: string) =>
  name
    .replace(/[^\w!#$&'*+.^`|~-]+/g, encodeURIComponent)
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))
