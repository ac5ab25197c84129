import type { Context } from 'hono'
import * as headers from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'

/**
 * The cookies of a page that has its own sandbox, by name. A page can neither set `Cookie` on a request nor
 * read `Set-Cookie` of a response, so they do not travel in headers there.
 */
export type CookieJar = Map<string, string>

const jarOf = ({ env }: Context): CookieJar | undefined => env?.cookies

export function getCookie(http: Context, name: string): string | undefined {
  return jarOf(http)?.get(name) ?? headers.getCookie(http, name)
}

export function setCookie(
  http: Context,
  name: string,
  value: string,
  options: CookieOptions,
): void {
  jarOf(http)?.set(name, value)
  headers.setCookie(http, name, value, options)
}

/** Returns its value. */
export function deleteCookie(
  http: Context,
  name: string,
  options: CookieOptions,
): string | undefined {
  const value = getCookie(http, name)
  jarOf(http)?.delete(name)
  headers.deleteCookie(http, name, options)
  return value
}
