import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { type CookieOptions, parseCookieOptions } from '../cookies/cookie-options.ts'
import { memoryStorage } from '../memory/memory-storage.ts'
import { pageCookies } from './page-cookies.ts'

/**
 * A storage over `document.cookie`. Names and values are encoded by js-cookie, like those of the
 * `CookieStorage` of `amazon-cognito-identity-js` and Amplify, so each library finds the session of the
 * other. A token that is too large for one cookie is split; those libraries do not find it then. On a
 * server it is memory.
 *
 * `setItem` and `removeItem` throw when the browser does not store or remove the cookie, with the
 * probable reason.
 *
 * @throws ConfigError that names the wrong option.
 * @example
 * createAuth({ config, storage: cookieStorage({ domain: 'example.com' }) })
 */
export function cookieStorage(options: CookieOptions = {}): KeyValueStorage {
  const attributes = parseCookieOptions(options)
  return typeof document === 'undefined' ? memoryStorage() : pageCookies(attributes)
}
