import type { Channel } from './channel.ts'

/** Not one of those that the tabs of an app use: those begin with `authchart.`. */
const name = 'authchart-inspector'

/** A channel between pages of one origin, without a server. Without `BroadcastChannel` it does nothing. */
export function broadcastChannel(): Channel {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  return {
    post: (message) => channel?.postMessage(JSON.stringify(message)),
    listen(listener) {
      const hear = ({ data }: MessageEvent) => listener(data)
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
    close: () => channel?.close(),
  }
}
