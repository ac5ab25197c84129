import type { Inspector } from '../trace/inspector.ts'
import type { TraceEvent } from '../trace/trace-event.ts'
import { emptyTraceState, reduceTrace, type TraceState } from '../trace/trace-state.ts'
import { sentenceOf } from '../words/sentence.ts'

/** What the browser extension puts into pages, as far as it is used here. */
export interface ReduxDevtools {
  connect(config: {
    readonly name: string
    readonly features: Readonly<Record<string, boolean>>
  }): {
    init(state: unknown): void
    send(action: { readonly type: string }, state: unknown): void
    subscribe(listener: (message: unknown) => void): (() => void) | undefined
  }
}

/** What can be done there: nothing is changed from outside but what the UI shows. */
const features = { jump: true, export: true, pause: false, skip: false, dispatch: false }

/**
 * Shows the trace in the browser extension of Redux DevTools: each event with the state after it. “Jump”
 * shows that moment in the app; the last one shows the present. Without the extension it does nothing. The
 * returned function stops it.
 */
export function connectReduxDevtools(inspector: Inspector): () => void {
  const { __REDUX_DEVTOOLS_EXTENSION__: extension } = globalThis as {
    __REDUX_DEVTOOLS_EXTENSION__?: ReduxDevtools
  }
  if (!extension) return () => {}
  const { trace, preview } = inspector
  const devtools = extension.connect({ name: 'Authchart', features })
  let state = emptyTraceState
  /** There the beginning has the number 0, and each event one more: as in the trace, from here on. */
  let first = 0
  let count = 0

  function begin() {
    const events = trace.events()
    state = events.reduce(reduceTrace, emptyTraceState)
    first = events.at(-1)?.id ?? 0
    count = 0
    devtools.init(stateOf(state))
  }

  function send(event: TraceEvent) {
    state = reduceTrace(state, event)
    count = event.id - first
    const { name, rest } = sentenceOf(event)
    const action = { type: `${event.lane}: ${name} ${rest}`.trim(), event }
    devtools.send(action, stateOf(state))
  }

  function jump(action: number) {
    const steps = trace.events().filter(({ id }) => id <= first + action)
    const step = steps.findLast(({ id }) => inspector.snapshotAfter(id))
    preview.show(action >= count || !step ? undefined : inspector.snapshotAfter(step.id))
  }

  begin()
  const stops = [
    trace.subscribe((event) => (event ? send(event) : begin())),
    devtools.subscribe((message) => {
      const { type, payload }: { type?: unknown; payload?: unknown } = Object(message)
      const { type: verb, actionId }: { type?: unknown; actionId?: unknown } = Object(payload)
      const isJump = verb === 'JUMP_TO_STATE' || verb === 'JUMP_TO_ACTION'
      if (type === 'DISPATCH' && isJump && typeof actionId === 'number') jump(actionId)
    }),
  ]
  return () => {
    preview.show(undefined)
    for (const stop of stops) stop?.()
  }
}

const stateOf = ({ leaf, context, running }: TraceState) => ({
  state: leaf,
  context,
  waitingFor: [...running.keys()],
})
