import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Message } from '../remote/message.ts'
import { readMessage } from '../remote/read-message.ts'
import { isForThisMachine, isLocalOrigin, isOwnOrigin } from './is-local.ts'

/** A whole trace of 10 000 events has about 3 MB. */
const maxPayload = 32 * 2 ** 20

/** The most unread data of a page, in bytes. */
const maxWaiting = 2 * maxPayload

const requestAll: Message = { type: 'watch', app: null }

/**
 * Passes messages between apps (`/`) and pages (`/page`) that connect to a server; the returned function
 * ends all connections. Stores nothing: apps send everything to each new page.
 */
export function relay(server: Server): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload })
  const pages = new Set<WebSocket>()
  const apps = new Set<WebSocket>()

  const post = (receivers: Iterable<WebSocket>, message: Message) => {
    const text = JSON.stringify(message)
    for (const receiver of receivers) {
      // A page that reads nothing is disconnected: when it connects again, it gets everything.
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

  /**
   * A page sees all data of the apps and acts in them: pages of other sites and other programs are
   * rejected.
   */
  function isMine(origin: string | undefined): boolean {
    const address = server.address()
    return typeof address === 'object' && address !== null && isOwnOrigin(origin, address.port)
  }

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    // An error without a listener would end the process.
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
