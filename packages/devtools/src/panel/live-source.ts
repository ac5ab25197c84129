import { type AuthEvent, type AuthSnapshot, pathOf, Secret } from '@authchart/machine'
import type { Outcome } from '@authchart/machine/testing'
import { getNextTransitions } from 'xstate'
import { chartGraph } from '../chart/chart-graph.ts'
import type { ChartLayout } from '../pictures/layout.ts'
import { contextRules } from '../trace/allow-list.ts'
import type { Inspector } from '../trace/inspect-auth.ts'
import { knownSecrets } from '../trace/known-secrets.ts'
import { redactor } from '../trace/redactor.ts'
import type { Shown } from '../trace/trace-event.ts'
import { fieldsOf, isScreenEvent } from './event-fields.ts'
import { liveSession } from './live-session.ts'
import type { LegalEvent, PanelSource, PendingActor, PlainEvent } from './panel-source.ts'

/** An `auth` that runs in this page. `layout`: where the states of its chart are drawn. */
export function liveSource(inspector: Inspector, layout: ChartLayout): PanelSource {
  const { auth, trace, requests } = inspector
  const { actor } = auth
  const redact = redactor(knownSecrets())
  const graph = chartGraph(actor.logic)
  const invokes = new Map(graph.nodes.map(({ id, invokes }) => [id, invokes]))
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const session = liveSession(auth, tell)
  let catalogue: readonly Outcome[] | undefined

  /** It is large: loaded once somebody can choose from it. */
  function outcomesOf(name: string): readonly Outcome[] {
    if (!catalogue) {
      catalogue = []
      void import('@authchart/machine/testing').then(({ outcomes }) => {
        catalogue = outcomes
        tell()
      })
    }
    return catalogue.filter(({ actor }) => actor === name)
  }

  function pending(): PendingActor | undefined {
    const snapshot = actor.getSnapshot()
    const [name] = (invokes.get(pathOf(snapshot)) ?? []).filter(
      (id) => snapshot.children[id as keyof typeof snapshot.children] !== undefined,
    )
    if (name === undefined) return undefined
    const outcomes = outcomesOf(name).map(({ name, refusal }) => ({
      name,
      isRefusal: refusal !== undefined,
    }))
    return { actor: name, outcomes }
  }

  return {
    trace,
    graph,
    layout,
    leaf: () => pathOf(actor.getSnapshot()),
    view() {
      // What it was configured with is nothing that it remembers.
      const { passwordPolicy, providers, ...remembered } = actor.getSnapshot().context
      const context = redact.show(contextRules, remembered) as Record<string, Shown>
      return { route: auth.getView().route, context }
    },
    legal: () => legalEvents(actor.getSnapshot()),
    pending,
    session: session.facts,
    selfCheck: inspector.selfCheck,
    send: (event) => actor.send(toEvent(event)),
    answer(outcome) {
      const name = pending()?.actor
      const chosen = outcomesOf(name ?? '').find((one) => one.name === outcome)
      const [request] = requests.pending
      if (chosen && request) void requests.answerWith(request.request, chosen)
    },
    subscribe(listener) {
      listeners.add(listener)
      const subscriptions = [actor.subscribe(tell), session]
      return () => {
        listeners.delete(listener)
        for (const subscription of subscriptions) subscription.unsubscribe()
      }
    },
  }
}

/** What the user may send: the innermost transition of each event that lets it pass, or the last one. */
function legalEvents(snapshot: AuthSnapshot): readonly LegalEvent[] {
  const found = new Map<string, LegalEvent>()
  for (const transition of getNextTransitions(snapshot)) {
    const { eventType: type, guard, target } = transition
    if (!isScreenEvent(type) || found.has(type)) continue
    const fields = fieldsOf(type)
    const [first] = target ?? []
    found.set(type, {
      type,
      target: first ? first.path.join('.') : null,
      guard:
        typeof guard === 'object' && guard !== null && 'type' in guard ? String(guard.type) : null,
      isAllowed: isAllowed(snapshot, type),
      ...(fields && { fields }),
    })
  }
  return [...found.values()]
}

/** Guards that look into the payload cannot be asked without one: then it may be tried. */
function isAllowed(snapshot: AuthSnapshot, type: AuthEvent['type']): boolean {
  try {
    return snapshot.can({ type } as AuthEvent)
  } catch {
    return true
  }
}

/** Secrets are secret from here on. */
function toEvent(event: PlainEvent): AuthEvent {
  const { type } = event
  if (!isScreenEvent(type)) throw new TypeError(`No screen sends "${type}"`)
  const secrets = new Set(
    fieldsOf(type)?.flatMap(({ kind, name }) => (kind === 'secret' ? [name] : [])),
  )
  const fields = Object.entries(event).map(([name, value]) => [
    name,
    secrets.has(name) ? new Secret(value) : value,
  ])
  return Object.fromEntries(fields) as AuthEvent
}
