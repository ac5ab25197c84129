import { lazy } from '../../platform/lazy.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import type { CookieAttributes } from '../cookies/cookie-options.ts'
import { memoryStorage } from '../memory/memory-storage.ts'

/** The cookies of this page, which few apps use: loaded by their first use. On a server it is memory. */
export function lazyCookies(attributes: CookieAttributes): KeyValueStorage {
  if (typeof document === 'undefined') return memoryStorage()
  const load = lazy(
    () => import('./page-cookies.ts'),
    ({ pageCookies }) => pageCookies(attributes),
    'What stores tokens in cookies',
  )
  return {
    getItem: async (key) => (await load()).getItem(key),
    setItem: async (key, value) => (await load()).setItem(key, value),
    removeItem: async (key) => (await load()).removeItem(key),
  }
}
