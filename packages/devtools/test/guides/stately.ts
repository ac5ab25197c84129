import type { Inspector } from '@authchart/devtools'
import { streamToStately } from '@authchart/devtools/stately'

export function stream(inspector: Inspector) {
  const socket = new WebSocket('ws://127.0.0.1:8080')
  socket.addEventListener('open', () => {
    streamToStately(inspector, (event) => socket.send(JSON.stringify(event)))
  })
}
