import { type AuthPath, routeOf } from '@authchart/machine'
import type { ChartGraph } from '../chart/chart-graph.ts'
import type { ChartLayout } from '../pictures/layout.ts'
import { ringBuffer } from '../trace/ring-buffer.ts'
import { selfCheck } from '../trace/self-check.ts'
import type { Shown, TraceEvent } from '../trace/trace-event.ts'
import { chain } from './describe.ts'
import type { LegalEvent, PanelSource, PendingActor, SessionFacts } from './panel-source.ts'

type Context = Readonly<Record<string, Shown>>

/** How things were after the last event of a trace. */
interface Told {
  readonly leaf: string
  readonly context: Context
  /** Who was asked and had not answered, and since when. */
  readonly running: ReadonlyMap<string, number>
}

/**
 * A trace that was exported, to look at: nothing can be sent or answered. `capacity`: how many events
 * of it are shown, the last ones.
 *
 * @throws TypeError for what is no trace.
 */
export function recordedSource(
  json: string,
  graph: ChartGraph,
  layout: ChartLayout,
  capacity = 10_000,
): PanelSource {
  const trace = ringBuffer(capacity)
  trace.importJson(json)
  let known: { readonly last: TraceEvent | undefined; readonly told: Told } | undefined

  function told(): Told {
    const events = trace.events()
    const last = events.at(-1)
    if (known?.last !== last || !known) known = { last, told: toldBy(events) }
    return known.told
  }

  return {
    trace,
    graph,
    layout,
    leaf: () => told().leaf,
    view() {
      const { leaf, context } = told()
      const { passwordPolicy, providers, ...remembered } = context
      return { route: routeOf[leaf as AuthPath] ?? leaf, context: remembered }
    },
    legal: () => legalEvents(graph, told().leaf),
    pending: () => pendingOf(graph, told()),
    session: () => sessionOf(told().context),
    selfCheck: () => selfCheck(trace.events()),
  }
}

function toldBy(events: readonly TraceEvent[]): Told {
  let leaf = ''
  let context: Context = {}
  const running = new Map<string, number>()
  for (const event of events) {
    if (event.type === 'attached') {
      leaf = event.leaf
      context = recordOf(event.context)
    } else if (event.type === 'transition') {
      leaf = event.to
    } else if (event.type === 'context') {
      const after = Object.entries(event.changes).map(([key, change]) => [key, change.after])
      context = { ...context, ...Object.fromEntries(after) }
    } else if (event.type === 'actor.started') {
      running.set(event.actor, event.at)
    } else if ('actor' in event) {
      running.delete(event.actor)
    }
  }
  return { leaf, context, running }
}

/** Whether a guard would have let it pass was not written down. */
function legalEvents(graph: ChartGraph, leaf: string): readonly LegalEvent[] {
  const around = [...chain(graph, leaf).map(({ id }) => id), '']
  const found = new Map<string, LegalEvent>()
  for (const from of around) {
    for (const { source, kind, label, target, guard } of graph.edges) {
      const isNew = source === from && kind === 'action' && !found.has(label)
      const event = { type: label, target: target ?? null, guard: guard ?? null, isAllowed: true }
      if (isNew) found.set(label, event)
    }
  }
  return [...found.values()]
}

function pendingOf({ nodes }: ChartGraph, { leaf, running }: Told): PendingActor | undefined {
  const asks = nodes.find(({ id }) => id === leaf)?.invokes ?? []
  const actor = asks.find((name) => running.has(name))
  const since = actor === undefined ? undefined : running.get(actor)
  return actor === undefined || since === undefined ? undefined : { actor, since, outcomes: [] }
}

/** The times of tokens are not in a trace. */
function sessionOf(context: Context): SessionFacts {
  const { username, userId, kind, groups, provider } = recordOf(context.user)
  const { type, askedAt } = recordOf(context.challenge)
  return {
    ...(typeof username === 'string' && {
      user: {
        username,
        userId: String(userId),
        kind: String(kind),
        groups: Array.isArray(groups) ? groups.map(String) : [],
        ...(typeof provider === 'string' && { provider }),
      },
    }),
    ...(typeof askedAt === 'number' && { challenge: { type: String(type), askedAt } }),
  }
}

const recordOf = (value: Shown | undefined): Context => ({ ...Object(value) })
