import type { Channel, StoreChange } from '../../ports/index.ts'

/**
 * Connects the tabs of one origin: by a BroadcastChannel, and by `storage` events, which also report
 * the writes of AWS's libraries. Outside of a page it does nothing.
 *
 * @param isOurs whether a key of `localStorage` belongs to the session.
 */
export function tabChannel(name: string, isOurs: (key: string) => boolean): Channel {
  if (typeof document === 'undefined')
    return { post: () => undefined, listen: () => () => undefined }
  /** Open while there are listeners: an open channel keeps its page, or a process, alive. */
  let broadcast: BroadcastChannel | undefined
  let listeners = 0

  return {
    post(change) {
      const channel = broadcast ?? openBroadcast(name)
      try {
        channel?.postMessage(change)
      } catch {
        // The other tabs see the change when they read the store.
      }
      if (channel !== broadcast) channel?.close()
    },
    listen(listener) {
      const hear = ({ data }: MessageEvent) => listener(parseChange(data))
      // A null key: the whole storage was cleared.
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

/** `undefined` when the browser has none, or this page may not use it (a sandboxed frame). */
function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    // Builds for Next's Edge runtime warn of the bare name.
    return new globalThis.BroadcastChannel(name)
  } catch {
    return undefined
  }
}

/** Checks a posted change: another version of the app may run in the other tab. */
function parseChange(data: unknown): StoreChange {
  const { reason, clockDrift }: { reason?: unknown; clockDrift?: unknown } = Object(data)
  const { code, message }: { code?: unknown; message?: unknown } = Object(reason)
  const isReason = typeof code === 'string' && typeof message === 'string'
  return {
    ...(isReason && { reason: { code, message } }),
    ...(Number.isFinite(clockDrift) && { clockDrift: Number(clockDrift) }),
  }
}
