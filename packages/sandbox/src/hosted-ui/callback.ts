import { isLoopbackHost } from '../http/loopback.ts'
import type { Callback } from './authorization-request.ts'

/**
 * The client's URL with the parameters of a response: in the query, or in the fragment if they
 * include tokens.
 */
export function callbackUrl(
  { redirectUri, responseType, state }: Callback,
  response: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams(response)
  if (state !== undefined) parameters.set('state', state)
  if (responseType === 'token') return `${redirectUri}#${parameters}`
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`
}

/**
 * Whether a browser may be redirected there: to the client's URLs, or to any URL of this machine if
 * the client has none.
 */
export function isAllowedUrl(allowed: readonly string[], url: string): boolean {
  if (allowed.length > 0) return allowed.includes(url)
  if (!URL.canParse(url) || /[\s#]/.test(url)) return false
  const { protocol, hostname } = new URL(url)
  return ['http:', 'https:'].includes(protocol) && isLoopbackHost(hostname)
}
