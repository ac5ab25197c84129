import { type AuthPath, routeOf } from '@authchart/machine'
import type { ChartGraph } from '../chart-graph/chart-graph.ts'
import { chain } from '../chart-graph/describe.ts'
import { recordOf } from '../trace/record-of.ts'
import type { Shown, TraceEvent } from '../trace/trace-event.ts'
import { emptyTraceState, reduceTrace, type TraceState } from '../trace/trace-state.ts'
import { isScreenEvent } from './event-fields.ts'
import type { LegalEvent, PanelSource, PendingActor, SessionFacts } from './panel-source.ts'

type Context = Readonly<Record<string, Shown>>

/** What a source shows of one moment. */
export type Facts = Pick<PanelSource, 'leaf' | 'view' | 'legal' | 'pending' | 'session'>

/** The facts after the last of some events. `known`: the chart's context at that time, if it is stored. */
export function factsOf(events: readonly TraceEvent[], graph: ChartGraph, known?: Context): Facts {
  const state = events.reduce(reduceTrace, emptyTraceState)
  const { leaf } = state
  const context = known ?? state.context
  const { passwordPolicy, formSettings, providers, ...remembered } = context
  return {
    leaf: () => leaf,
    view: () => ({ route: routeOf[leaf as AuthPath] ?? leaf, context: remembered }),
    legal: () => legalEvents(graph, leaf),
    pending: () => pendingOf(graph, state),
    session: () => sessionOf(context),
  }
}

/** Whether a guard would have let it pass was not written down: all that it may lead to. */
function legalEvents(graph: ChartGraph, leaf: string): readonly LegalEvent[] {
  const around = [...chain(graph, leaf).map(({ id }) => id), '']
  const found = new Map<string, LegalEvent>()
  for (const from of around) {
    const inner = new Set(found.keys())
    for (const { source, kind, label, target, guard } of graph.edges) {
      const isTaken = source === from && kind === 'action' && isScreenEvent(label)
      if (!isTaken || inner.has(label)) continue
      const known = found.get(label)
      found.set(label, {
        type: label,
        targets: [...new Set([...(known?.targets ?? []), target ?? null])],
        guard: known?.guard ?? guard ?? null,
        isAllowed: true,
      })
    }
  }
  return [...found.values()]
}

function pendingOf({ nodes }: ChartGraph, { leaf, running }: TraceState): PendingActor | undefined {
  const actors = nodes.find(({ id }) => id === leaf)?.invokes ?? []
  const actor = actors.find((name) => running.has(name))
  const since = actor === undefined ? undefined : running.get(actor)
  return actor === undefined || since === undefined ? undefined : { actor, since, outcomes: [] }
}

/** The times of tokens are not in a trace. */
function sessionOf(context: Context): SessionFacts {
  const { username, userId, kind, groups, provider } = recordOf(context.user)
  const { type, issuedAt } = recordOf(context.challenge)
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
    ...(typeof issuedAt === 'number' && { challenge: { type: String(type), issuedAt } }),
  }
}
