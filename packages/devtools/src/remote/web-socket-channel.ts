import type { Channel } from './channel.ts'

/** How long to wait before the next try, in ms: twice as long each time. */
const [soonest, latest] = [500, 10_000]

/**
 * A channel over a relay: the server of the standalone page, which requests everything again when a page
 * connects. Lost connections are opened again until it is closed. Without a `WebSocket` (Node 20) it does
 * nothing. `onChange`: whether it is connected now.
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
