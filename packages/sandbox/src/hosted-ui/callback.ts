import { isLoopbackHost } from '../http/loopback.ts'
import type { Callback } from './authorization-request.ts'

/** The client's URL with an answer: in the query, or in the fragment where it holds tokens. */
export function callbackUrl(
  { redirectUri, responseType, state }: Callback,
  answer: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams(answer)
  if (state !== undefined) parameters.set('state', state)
  if (responseType === 'token') return `${redirectUri}#${parameters}`
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`
}

/** Whether a browser may be sent there: the URLs of the client, or all of this machine if it has none. */
export function isAllowedUrl(allowed: readonly string[], url: string): boolean {
  if (allowed.length > 0) return allowed.includes(url)
  if (!URL.canParse(url) || /[\s#]/.test(url)) return false
  const { protocol, hostname } = new URL(url)
  return ['http:', 'https:'].includes(protocol) && isLoopbackHost(hostname)
}
