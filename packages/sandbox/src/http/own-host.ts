import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLoopbackHost } from './loopback.ts'

/**
 * Whether a request was sent to a name of this machine. After DNS rebinding a foreign name leads
 * here: such requests have no foreign `Origin`, but the foreign name is in `Host`. The port is not
 * compared, because proxies and TLS in front of a sandbox change it.
 */
export function isForThisMachine({ rawHeaders, url = '/' }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host',
  )
  const [host] = hosts
  if (hosts.length !== 1 || host === undefined || !isLoopbackHost(host)) return false
  if (url.startsWith('/')) return true
  // The absolute form of a target contains its own host.
  return /^https?:/i.test(url) && URL.canParse(url) && isLoopbackHost(new URL(url).host)
}

const message =
  'This sandbox accepts requests to names of this machine only, such as 127.0.0.1 or localhost. A proxy in front of it must send such a name as Host (changeOrigin).'

/** Rejects a request that was sent to another name. */
export function rejectForeignHost(outgoing: ServerResponse): void {
  outgoing
    .writeHead(403, { 'content-type': 'application/json', connection: 'close' })
    .end(JSON.stringify({ message }))
}
