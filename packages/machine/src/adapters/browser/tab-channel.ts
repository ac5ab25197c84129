import type { Channel, StoreChange } from '../../ports/index.ts'

/**
 * Between the tabs of one origin: a BroadcastChannel, and `storage` events, which come without one
 * and from the AWS libraries as well. Nobody to talk to where there is no page.
 *
 * @param isOurs whether a key of `localStorage` belongs to the session.
 */
export function tabChannel(name: string, isOurs: (key: string) => boolean): Channel {
  if (typeof document === 'undefined')
    return { post: () => undefined, listen: () => () => undefined }
  /** Open as long as somebody listens: an open one keeps its page, or a process, alive. */
  let broadcast: BroadcastChannel | undefined
  let listeners = 0

  return {
    post(change) {
      const channel = broadcast ?? openBroadcast(name)
      try {
        channel?.postMessage(change)
      } catch {
        // The others see the change when they look at the store.
      }
      if (channel !== broadcast) channel?.close()
    },
    listen(listener) {
      const hear = ({ data }: MessageEvent) => listener(parseChange(data))
      // A null key: everything was cleared.
      const see = ({ key }: StorageEvent) => {
        if (key === null || isOurs(key)) listener()
      }
      broadcast ??= openBroadcast(name)
      listeners += 1
      broadcast?.addEventListener('message', hear)
      addEventListener('storage', see)
      return () => {
        broadcast?.removeEventListener('message', hear)
        removeEventListener('storage', see)
        listeners -= 1
        if (listeners > 0) return
        broadcast?.close()
        broadcast = undefined
      }
    },
  }
}

/** `undefined` where there are none, or this page may have none (a sandboxed frame). */
function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    // Not by its bare name, of which builds for Next's Edge runtime warn.
    return new globalThis.BroadcastChannel(name)
  } catch {
    return undefined
  }
}

/** Another version of the app may run in the other tab. */
function parseChange(data: unknown): StoreChange {
  const { reason, clockDrift }: { reason?: unknown; clockDrift?: unknown } = Object(data)
  const { code, message }: { code?: unknown; message?: unknown } = Object(reason)
  const isReason = typeof code === 'string' && typeof message === 'string'
  return {
    ...(isReason && { reason: { code, message } }),
    ...(Number.isFinite(clockDrift) && { clockDrift: Number(clockDrift) }),
  }
}
