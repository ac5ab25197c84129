import type { LegalEvent, PanelSource } from '../source/panel-source.ts'
import { readEvents } from '../trace/trace-file.ts'
import type { Channel } from './channel.ts'
import type { Hello, Message, RemoteState } from './message.ts'
import { type RemoteTrace, remoteTrace } from './remote-trace.ts'
import { staysInApp, takesSecrets } from './stays-in-app.ts'

export interface RemoteSource extends PanelSource {
  readonly trace: RemoteTrace
  /** What the app has said since. */
  take(message: Message): void
}

/** An app at the other end of a channel, as it has introduced itself. */
export function remoteSource(channel: Channel, hello: Hello, first: RemoteState): RemoteSource {
  const { app, graph, capacity } = hello
  const trace = remoteTrace(capacity, () => channel.post({ type: 'watch', app }))
  const listeners = new Set<() => void>()
  let state = first

  const legal = () => state.legal.map(asSeenHere)

  return {
    trace,
    graph,
    leaf: () => state.leaf,
    view: () => state.view,
    legal,
    pending: () => state.pending ?? undefined,
    session: () => state.session,
    selfCheck: () => state.selfCheck,
    send(event) {
      const sendable = legal().find(({ type, fields }) => type === event.type && fields)
      if (sendable) channel.post({ type: 'send', app, event })
    },
    answer: (outcome) => channel.post({ type: 'answer', app, outcome }),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    take(message) {
      if (message.type === 'state') {
        state = message.state
        for (const listener of listeners) listener()
      } else if (message.type === 'events') {
        const { events, isWhole, dropped } = message
        trace.take(readable(events), isWhole, dropped)
      }
    },
  }
}

/** A secret is typed where it is used, and travels nowhere. */
function asSeenHere(event: LegalEvent): LegalEvent {
  if (!staysInApp(event)) return event
  const { fields, ...rest } = event
  return { ...rest, ...(takesSecrets(event) && { isTypedInApp: true }) }
}

function readable(events: readonly unknown[]) {
  try {
    return readEvents(events)
  } catch {
    return []
  }
}
