import { actorOf } from '@authchart/machine/xstate'
import { statelyJsonOf } from '../chart-rendering/stately-json.ts'
import type { Inspector } from '../trace/inspector.ts'
import type { Shown, TraceEvent } from '../trace/trace-event.ts'
import { emptyTraceState, reduceTrace } from '../trace/trace-state.ts'

interface Base {
  readonly rootId: string
  readonly sessionId: string
  /** Epoch ms, as a text. */
  readonly createdAt: string
  readonly id: string
  readonly _version: string
}

interface Snapshot {
  readonly status: 'active'
  readonly value: unknown
  readonly context: Shown
}

type AnyEvent = { readonly type: string; readonly [field: string]: Shown }

/** What Stately's tools read, as `@statelyai/inspect` 0.7 sends it. */
export type StatelyEvent =
  | (Base & {
      readonly type: '@xstate.actor'
      readonly name: string
      readonly parentId: undefined
      readonly definition: string
      readonly snapshot: Snapshot
    })
  | (Base & {
      readonly type: '@xstate.event'
      readonly event: AnyEvent
      readonly sourceId: string | undefined
    })
  | (Base & {
      readonly type: '@xstate.snapshot'
      readonly event: AnyEvent
      readonly snapshot: Snapshot
    })

const version = '0.7.2'

/**
 * Reports an auth in the format of Stately's inspector to a function: `socket.send`, a `postMessage`, an
 * adapter's `send`. It contains only what the trace contains. Opens no connection. The returned function
 * stops it.
 */
export function streamToStately(
  inspector: Inspector,
  sink: (event: StatelyEvent) => void,
): () => void {
  const { auth, trace } = inspector
  const { sessionId } = actorOf(auth)
  let state = emptyTraceState
  let lastEvent: AnyEvent = { type: 'xstate.init' }

  const base = ({ id, at }: Pick<TraceEvent, 'id' | 'at'>): Base => ({
    rootId: sessionId,
    sessionId,
    createdAt: String(at),
    id: String(id),
    _version: version,
  })

  const snapshot = (): Snapshot => ({
    status: 'active',
    value: stateValueOf(state.leaf),
    context: state.context,
  })

  function introduce() {
    const events = trace.events()
    state = events.reduce(reduceTrace, emptyTraceState)
    const { id = 0, at = Date.now() } = events.at(-1) ?? {}
    sink({
      ...base({ id, at }),
      type: '@xstate.actor',
      name: actorOf(auth).logic.id,
      parentId: undefined,
      definition: statelyJsonOf(actorOf(auth).logic),
      snapshot: snapshot(),
    })
  }

  function report(event: TraceEvent) {
    const before = state
    state = reduceTrace(state, event)
    const received = receivedBy(event)
    if (received) {
      lastEvent = received.event
      sink({ ...base(event), type: '@xstate.event', ...received })
    } else if (state.leaf !== before.leaf || state.context !== before.context) {
      const shown = { event: lastEvent, snapshot: snapshot() }
      sink({ ...base(event), type: '@xstate.snapshot', ...shown })
    }
  }

  introduce()
  return trace.subscribe((event) => (event ? report(event) : introduce()))
}

/** What the chart has received: from the user, from an actor, or from a clock. */
function receivedBy(
  event: TraceEvent,
): { event: AnyEvent; sourceId: string | undefined } | undefined {
  switch (event.type) {
    case 'event': {
      if (event.target !== null) return undefined
      const payload: Readonly<Record<string, Shown>> = { ...Object(event.payload) }
      return { event: { ...payload, type: event.name }, sourceId: event.source ?? undefined }
    }
    case 'actor.done': {
      const { actor, output } = event
      return { event: { type: `xstate.done.actor.${actor}`, output }, sourceId: actor }
    }
    case 'actor.failed': {
      const { actor, failure } = event
      return { event: { type: `xstate.error.actor.${actor}`, error: failure }, sourceId: actor }
    }
    case 'timer.fired':
      return { event: { type: `xstate.after.${event.name}` }, sourceId: undefined }
    default:
      return undefined
  }
}

/** `signIn.editing` → `{ signIn: 'editing' }`. */
function stateValueOf(leaf: string): unknown {
  const [last = '', ...around] = leaf.split('.').reverse()
  return around.reduce<unknown>((value, key) => ({ [key]: value }), last)
}
