import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { App } from '../host.ts'
import { isForThisMachine, rejectForeignHost } from './own-host.ts'
import type { SandboxServer } from './sandbox-server.ts'
import { ConnectionDropped } from './wire.ts'

/** Closes the connection of a dropped request; answers an unreadable request with an error. */
const reject = (error: unknown) =>
  error instanceof ConnectionDropped ? undefined : new Response(null, { status: 400 })

const serve = (app: App) => (incoming: IncomingMessage, outgoing: ServerResponse) => {
  if (!isForThisMachine(incoming)) return rejectForeignHost(outgoing)
  const response = async (request: Request) => {
    try {
      return await app.fetch(request)
    } catch (error) {
      if (error instanceof ConnectionDropped) incoming.socket.destroy()
      throw error
    }
  }
  void getRequestListener(response, { errorHandler: reject })(incoming, outgoing)
}

/**
 * Loopback only: everything that reaches the server can use the outbox and the control endpoints.
 */
export async function listen(app: App, port: number): Promise<SandboxServer> {
  const server = createServer(serve(app))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No TCP port.')
  return {
    port: address.port,
    async close() {
      if (!server.listening) return
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
