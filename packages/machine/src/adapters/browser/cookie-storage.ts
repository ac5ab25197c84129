import Cookies from 'js-cookie'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { chunkedCookies } from '../cookies/chunked-cookies.ts'
import {
  type CookieAttributes,
  type CookieOptions,
  parseCookieOptions,
} from '../cookies/cookie-options.ts'
import { memoryStorage } from '../memory/memory-storage.ts'

/**
 * `document.cookie`, with the names and values that js-cookie writes, as the `CookieStorage` of
 * `amazon-cognito-identity-js` and of Amplify do: each finds the session of the other. A token that is
 * too large for a cookie is split, and then the others do not find it. Memory on a server.
 *
 * What the browser does not keep or remove is thrown, with what can be seen to be the reason.
 *
 * @throws ConfigError that says which option is wrong.
 */
export function cookieStorage(options: CookieOptions = {}): KeyValueStorage {
  const parsed = parseCookieOptions(options)
  if (typeof document === 'undefined') return memoryStorage()
  // Safari keeps no secure cookie on http://localhost.
  const { secure = document.location.protocol !== 'http:' } = parsed
  const attributes = { ...parsed, secure }
  const ofHost = { ...attributes, domain: undefined }

  return chunkedCookies({
    read: () => Cookies.get(),
    set(name, value) {
      // One that was set before there was a domain would be read instead.
      if (attributes.domain) Cookies.remove(name, ofHost)
      Cookies.set(name, value, attributes)
    },
    remove(name) {
      Cookies.remove(name, ofHost)
      if (attributes.domain) Cookies.remove(name, attributes)
    },
    whyRejected: () => whyRejected(attributes, document.location),
  })
}

/** Of the attributes, those that do not go with the address of the page (RFC 6265 5.3, RFC 6265bis). */
function whyRejected(
  { domain, path, secure }: CookieAttributes,
  { protocol, hostname, origin, pathname }: Location,
): string | undefined {
  if (secure && protocol === 'http:') return `"secure" is true, and the page is ${origin}`
  if (domain && !isWithin(hostname, domain.replace(/^\./, '').toLowerCase())) {
    return `"domain" is "${domain}", and the page is ${origin}`
  }
  const isInPath = pathname === path || pathname.startsWith(path.replace(/\/?$/, '/'))
  return isInPath ? undefined : `"path" is "${path}", and the page is ${origin}${pathname}`
}

const isWithin = (hostname: string, domain: string) =>
  hostname === domain || hostname.endsWith(`.${domain}`)
