import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { createServer } from 'node:tls'
import { throwawayCertificate } from './throwaway-certificate.ts'

/** A server in front of another one of this machine, with TLS that browsers only accept if they ignore errors. */
export interface TlsFront {
  /** `host:port` */
  readonly domain: string
  close(): Promise<void>
}

/** @param origin of the server behind it, over `http`. */
export async function openTlsFront(origin: string): Promise<TlsFront> {
  const { hostname, port } = new URL(origin)
  const server = createServer(throwawayCertificate(hostname), (incoming) => {
    // Browsers close connections at any time: both ends are closed together, without an error.
    pipeline(incoming, connect(Number(port), hostname), incoming, () => undefined)
  })
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.listen(0, hostname)
  await once(server, 'listening')
  return {
    domain: `${hostname}:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close()
      for (const socket of open) socket.destroy()
      await once(server, 'close')
    },
  }
}
