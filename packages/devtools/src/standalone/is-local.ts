import type { IncomingMessage } from 'node:http'

const name = String.raw`(?:[\w-]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\]`
const localHost = new RegExp(`^(?:${name})(?::\\d{1,5})?$`, 'i')
const localOrigin = new RegExp(`^https?://(?:${name})(?::\\d{1,5})?$`, 'i')

/** Whether `host[:port]` is this machine by name. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && localHost.test(host)
}

/**
 * Whether a request was sent to a name of this machine, and to that only: another name that resolves to
 * this machine belongs to a page of another site.
 */
export function isForThisMachine({ rawHeaders, url = '/' }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host',
  )
  return hosts.length === 1 && isLocalHost(hosts[0]) && url.startsWith('/')
}

/** Apps are pages of this machine, and programs, which send no origin. */
export function isLocalOrigin(origin: string | undefined): boolean {
  return origin === undefined || localOrigin.test(origin)
}

/** Whether it is a page that this very server has served. */
export function isOwnOrigin(origin: string | undefined, port: number): boolean {
  const own = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port}`).origin)
  return origin !== undefined && own.includes(origin)
}
