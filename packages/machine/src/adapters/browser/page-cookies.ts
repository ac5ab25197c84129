import Cookies from 'js-cookie'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { chunkedCookies } from '../cookies/chunked-cookies.ts'
import type { CookieAttributes } from '../cookies/cookie-options.ts'

/** Values in the cookies of this page. */
export function pageCookies(given: CookieAttributes): KeyValueStorage {
  // Safari does not store a secure cookie on http://localhost.
  const { secure = document.location.protocol !== 'http:' } = given
  const attributes = { ...given, secure }
  const ofHost = { ...attributes, domain: undefined }

  return chunkedCookies({
    read: () => Cookies.get(),
    set(name, value) {
      // A cookie without the domain, from before it was configured, would be read first.
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

/** The attribute that does not fit the address of the page (RFC 6265 5.3, RFC 6265bis). */
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
