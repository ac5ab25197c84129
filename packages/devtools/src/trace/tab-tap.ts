import type { StoreChange } from '@authchart/machine'
import type { Redactor } from '../redaction/redactor.ts'
import type { Recorder } from './trace-event.ts'

const prefix = 'authchart.'

/**
 * Records the messages between the tabs of an app by their kind. It needs the app client's id to receive
 * them.
 */
export function tapTabs(
  { record, redactor }: { readonly record: Recorder; readonly redactor: Redactor },
  clientId: string | undefined,
): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const { prototype } = BroadcastChannel
  const { postMessage } = prototype
  /** Our own channel hears what this page sends, too. */
  let own: string[] = []
  let isStopped = false

  function recordMessage(direction: 'sent' | 'received', data: unknown) {
    const { reason, clockDrift }: Partial<StoreChange> = Object(data)
    const isDrift = clockDrift !== undefined && clockDrift !== null
    const message = reason ? 'ended' : isDrift ? 'clockDrift' : 'changed'
    const code = typeof reason?.code === 'string' ? redactor.text(reason.code) : null
    record('tabs', { type: 'tab', direction, message, code })
  }

  function tapped(this: BroadcastChannel, data: unknown) {
    if (!isStopped && this.name.startsWith(prefix)) {
      if (this.name === channel?.name) own.push(JSON.stringify(data))
      recordMessage('sent', data)
    }
    postMessage.call(this, data)
  }

  const channel = clientId === undefined ? undefined : openChannel(prefix + clientId)
  prototype.postMessage = tapped
  channel?.addEventListener('message', ({ data }) => {
    const at = own.indexOf(JSON.stringify(data))
    if (at < 0) recordMessage('received', data)
    else own = own.filter((_, index) => index !== at)
  })
  // Node would wait for what others say, for ever.
  const handle: (BroadcastChannel & { unref?: () => void }) | undefined = channel
  handle?.unref?.()

  return () => {
    isStopped = true
    if (prototype.postMessage === tapped) prototype.postMessage = postMessage
    channel?.close()
  }
}

/** Frames without an origin of their own may open none. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}
