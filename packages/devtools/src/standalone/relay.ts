import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Message } from '../remote/message.ts'
import { readMessage } from '../remote/read-message.ts'
import { isForThisMachine, isLocalOrigin, isOwnOrigin } from './is-local.ts'

/** A whole trace of 10 000 events has about 3 MB. */
const maxPayload = 32 * 2 ** 20

/** Of what has not been read yet, in bytes. */
const maxWaiting = 2 * maxPayload

const requestAll: Message = { type: 'watch', app: null }

/**
 * Carries messages between apps (`/`) and pages (`/page`) that connect to a server; the function it
 * gives ends all connections. Keeps nothing: whoever comes is given everything by the apps.
 */
export function relay(server: Server): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload })
  const pages = new Set<WebSocket>()
  const apps = new Set<WebSocket>()

  const post = (receivers: Iterable<WebSocket>, message: Message) => {
    const text = JSON.stringify(message)
    for (const receiver of receivers) {
      // Who reads nothing is let go: whoever comes back is given everything anew.
      if (receiver.bufferedAmount > maxWaiting) receiver.terminate()
      else receiver.send(text)
    }
  }

  function addPage(page: WebSocket) {
    pages.add(page)
    post(apps, requestAll)
    page.on('message', (data) => {
      const message = readMessage(String(data))
      const isForApps = message && ['watch', 'send', 'answer'].includes(message.type)
      if (isForApps) post(apps, message)
    })
    page.on('close', () => pages.delete(page))
  }

  function addApp(app: WebSocket) {
    const names = new Set<string>()
    apps.add(app)
    if (pages.size > 0) post([app], requestAll)
    app.on('message', (data) => {
      const message = readMessage(String(data))
      const isForPages = message && ['hello', 'state', 'events', 'bye'].includes(message.type)
      if (!isForPages || !message.app) return
      if (message.type === 'bye') names.delete(message.app)
      else names.add(message.app)
      post(pages, message)
    })
    app.on('close', () => {
      apps.delete(app)
      for (const name of names) post(pages, { type: 'bye', app: name })
    })
  }

  /** A page sees all that apps tell, and acts in them: no other page of this machine, and no program. */
  function isMine(origin: string | undefined): boolean {
    const address = server.address()
    return typeof address === 'object' && address !== null && isOwnOrigin(origin, address.port)
  }

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    // One that nobody listens to would end the process.
    socket.on('error', () => socket.destroy())
    const { origin } = request.headers
    const isPage = request.url?.startsWith('/page')
    if (!isForThisMachine(request) || !(isPage ? isMine(origin) : isLocalOrigin(origin))) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      // A broken frame closes its connection; nothing else is to be done about it.
      client.on('error', () => {})
      if (isPage) addPage(client)
      else addApp(client)
    })
  }

  server.on('upgrade', onUpgrade)
  return () => {
    server.off('upgrade', onUpgrade)
    for (const client of [...pages, ...apps]) client.terminate()
    sockets.close()
  }
}
