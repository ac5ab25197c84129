import type { Channel } from './channel.ts'

/** How long to wait before the next try, in ms: twice as long each time. */
const [soonest, latest] = [500, 10_000]

/**
 * By way of a relay: the server of the standalone page, which asks for everything anew whenever one
 * comes. Lost connections are made again until it is closed. Where there is no `WebSocket` (Node 20),
 * nothing is said. `onChange`: whether there is a connection now.
 */
export function webSocketChannel(
  url: string,
  onChange: (isOpen: boolean) => void = () => {},
): Channel {
  const listeners = new Set<(data: unknown) => void>()
  let socket: WebSocket | undefined
  let wait = soonest
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  function open() {
    if (isClosed || typeof WebSocket === 'undefined') return
    socket = new WebSocket(url)
    socket.addEventListener('open', () => {
      wait = soonest
      onChange(true)
    })
    socket.addEventListener('message', ({ data }) => {
      for (const listener of listeners) listener(data)
    })
    // Comes after an error as well.
    socket.addEventListener('close', () => {
      onChange(false)
      if (isClosed) return
      timer = setTimeout(open, wait)
      wait = Math.min(latest, wait * 2)
    })
  }

  open()
  return {
    post(message) {
      if (socket?.readyState === 1) socket.send(JSON.stringify(message))
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      socket?.close()
    },
  }
}
