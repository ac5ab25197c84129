import type { SelfCheck } from '../redaction/self-check.ts'
import type { PanelSource, PlainEvent } from '../source/panel-source.ts'
import type { TraceEvent } from '../trace/trace-event.ts'
import type { Channel } from './channel.ts'
import type { Message, RemoteState } from './message.ts'
import { readMessage } from './read-message.ts'
import { staysInApp } from './stays-in-app.ts'

/** Many events make one message, in ms. */
const gatherMs = 50
/** Looking through a whole trace takes a while: not more often than this, in ms. */
const checkEachMs = 1000

/**
 * Sends everything that a panel shows to pages at the other end of a channel, and performs their requests,
 * until the returned function is called. It sends only the trace and the facts of the source. `name`: of
 * the app, for users.
 */
export function serve(source: PanelSource, channel: Channel, name: string): () => void {
  const app = Math.random().toString(36).slice(2, 12)
  const startedAt = Date.now()
  const { trace, graph } = source
  let fresh: TraceEvent[] = []
  let isWhole = true
  let lastSaid = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let recheck: ReturnType<typeof setTimeout> | undefined
  let checked: { at: number; last: number; check: SelfCheck } | undefined

  function selfCheck(): SelfCheck {
    const last = trace.events().at(-1)?.id ?? 0
    if (checked?.last === last) return checked.check
    const now = Date.now()
    if (checked && now - checked.at < checkEachMs) recheck ??= setTimeout(checkAgain, checkEachMs)
    else checked = { at: now, last, check: source.selfCheck() }
    return checked.check
  }

  const state = (): RemoteState => ({
    leaf: source.leaf(),
    view: source.view(),
    legal: source.legal(),
    pending: source.pending() ?? null,
    session: source.session(),
    selfCheck: selfCheck(),
  })

  /** The state first: with it an app is known. */
  function post() {
    timer = undefined
    const said = state()
    const now = JSON.stringify(said)
    if (now !== lastSaid) channel.post({ type: 'state', app, state: said })
    lastSaid = now
    const events = isWhole ? trace.events() : fresh
    if (isWhole || fresh.length > 0) {
      channel.post({ type: 'events', app, events, isWhole, dropped: trace.dropped })
    }
    fresh = []
    isWhole = false
  }

  function later() {
    timer ??= setTimeout(post, gatherMs)
  }

  function checkAgain() {
    recheck = undefined
    later()
  }

  /** Runs for each page that connects: a late page gets all events. */
  function introduce() {
    const { capacity } = trace
    channel.post({ type: 'hello', app, name, startedAt, capacity, graph })
    isWhole = true
    lastSaid = ''
    clearTimeout(timer)
    post()
  }

  function onMessage(message: Message | undefined) {
    if (message?.type === 'watch' && (message.app ?? app) === app) introduce()
    else if (message?.type === 'send' && message.app === app) send(message.event)
    else if (message?.type === 'answer' && message.app === app) source.answer?.(message.outcome)
  }

  /** Accepts only events that are legal now, contain no secret and can be undone. */
  function send(event: PlainEvent) {
    const legal = source.legal().find(({ type }) => type === event.type)
    if (!legal?.fields || staysInApp(legal)) return
    const given = legal.fields.flatMap(({ name }) => {
      const value = event[name]
      return value === undefined ? [] : [[name, value] as const]
    })
    source.send?.({ ...Object.fromEntries(given), type: event.type })
  }

  const stops = [
    channel.listen((data) => onMessage(readMessage(data))),
    trace.subscribe((event) => {
      if (event) fresh.push(event)
      else isWhole = true
      later()
    }),
    source.subscribe?.(later),
  ]
  introduce()

  return () => {
    clearTimeout(timer)
    clearTimeout(recheck)
    for (const stop of stops) stop?.()
    channel.post({ type: 'bye', app })
  }
}
