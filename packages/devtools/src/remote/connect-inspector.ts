import type { PanelSource } from '../source/panel-source.ts'
import { broadcastChannel } from './broadcast-channel.ts'
import { serve } from './serve.ts'
import { webSocketChannel } from './web-socket-channel.ts'

/**
 * Shows an app in the standalone page as well. `address`: of its server, `ws://127.0.0.1:4900`, or
 * `broadcast` for a page of the same origin. The returned function ends that.
 */
export function connectInspector(source: PanelSource, address: string): () => void {
  let end: (() => void) | undefined = begin(source, address)
  const page = typeof addEventListener === 'function' && typeof document !== 'undefined'
  const leave = () => {
    end?.()
    end = undefined
  }
  /** The browser stored the page while the user was elsewhere: `pagehide` was not its end. */
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    if (persisted) end ??= begin(source, address)
  }
  if (page) addEventListener('pagehide', leave)
  if (page) addEventListener('pageshow', onReturn)
  return () => {
    if (page) removeEventListener('pagehide', leave)
    if (page) removeEventListener('pageshow', onReturn)
    leave()
  }
}

function begin(source: PanelSource, address: string): () => void {
  const channel = address === 'broadcast' ? broadcastChannel() : webSocketChannel(address)
  const stop = serve(source, channel, nameOfApp())
  return () => {
    stop()
    channel.close()
  }
}

/** The host of its page only: full addresses may contain private data. */
const nameOfApp = (): string =>
  typeof location === 'undefined' || !location.host ? 'An app' : location.host
