import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isForThisMachine } from './is-local.ts'
import { relay } from './relay.ts'

export interface StandaloneServer {
  /** The address of the page: `http://127.0.0.1:4900/`. */
  readonly url: string
  /** For apps: `ws://127.0.0.1:4900`. */
  readonly socketUrl: string
  /** Stops at once, open connections included. */
  close(): Promise<void>
}

const types: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['map', 'application/json'],
])

/** Serves the built page that is in a folder, on loopback only, and carries messages between it and apps. */
export async function startServer(port: number, page: URL): Promise<StandaloneServer> {
  const files = new Set(readdirSync(page))
  const server = createServer((request, response) => answer(request, response))
  const stopRelay = relay(server)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No TCP port')
  const host = `127.0.0.1:${address.port}`

  function answer(request: IncomingMessage, response: ServerResponse) {
    const { method, url = '/', headers } = request
    if (!isForThisMachine(request)) return reject(response, 403)
    if (method !== 'GET' && method !== 'HEAD') return reject(response, 405)
    const file = url.split('?')[0]?.slice(1) || 'index.html'
    const type = types.get(file.split('.').at(-1) ?? '')
    if (!files.has(file) || !type) return reject(response, 404)
    response.writeHead(200, {
      'content-type': type,
      'content-security-policy': policyFor(headers.host ?? host),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    response.end(method === 'HEAD' ? undefined : readFileSync(new URL(file, page)))
  }

  return {
    url: `http://${host}/`,
    socketUrl: `ws://${host}`,
    async close() {
      if (!server.listening) return
      stopRelay()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Scripts and connections of this server alone; Vue Devtools may show the page in a frame. */
const policyFor = (host: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    'img-src data:',
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors http://localhost:* http://127.0.0.1:* chrome-extension: moz-extension:',
  ].join('; ')

function reject(response: ServerResponse, status: number) {
  response.writeHead(status).end()
}
