import { type AuthEvent, type AuthSnapshot, pathOf, routeOf, Secret } from '@authchart/machine'
import { getNextTransitions } from 'xstate'
import { chartGraph } from '../chart/chart-graph.ts'
import { eventRules } from '../trace/allow-list.ts'
import type { Inspector } from '../trace/inspect-auth.ts'
import { findingsIn } from '../trace/self-check.ts'
import { fieldsOf, isScreenEvent } from './event-fields.ts'
import { liveRequests } from './live-requests.ts'
import { liveSession } from './live-session.ts'
import type {
  LegalEvent,
  OutcomeChoice,
  PanelSource,
  PendingActor,
  PlainEvent,
} from './panel-source.ts'
import { remembered } from './remembered.ts'

/** An `auth` that runs in this page. */
export function liveSource(inspector: Inspector): PanelSource {
  const { auth, trace, requests, redactor } = inspector
  const { actor } = auth
  const graph = chartGraph(actor.logic)
  const invokes = new Map(graph.nodes.map(({ id, invokes }) => [id, invokes]))
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const session = liveSession(auth, redactor, tell)
  let catalogue: typeof import('../do/answers.ts') | undefined
  let isLoading = false
  let verbs: ReturnType<typeof import('../do/session-verbs.ts').sessionVerbs> | undefined

  /** It is large: loaded once somebody can choose from it. */
  function outcomesOf(name: string): readonly OutcomeChoice[] {
    if (!isLoading) {
      isLoading = true
      void import('../do/answers.ts').then((loaded) => {
        catalogue = loaded
        tell()
      })
    }
    return (catalogue?.answersTo(name) ?? []).map(({ name, refusal }) => ({
      name,
      isRefusal: refusal !== undefined,
    }))
  }

  function pending(): PendingActor | undefined {
    const snapshot = actor.getSnapshot()
    const [name] = (invokes.get(pathOf(snapshot)) ?? []).filter(
      (id) => snapshot.children[id as keyof typeof snapshot.children] !== undefined,
    )
    if (name === undefined) return undefined
    return { actor: name, outcomes: outcomesOf(name) }
  }

  function view() {
    // Not what the app shows: that may be the past.
    const snapshot = actor.getSnapshot()
    return { route: routeIn(snapshot), context: remembered(snapshot, redactor) }
  }

  return {
    trace,
    graph,
    leaf: () => pathOf(actor.getSnapshot()),
    view,
    legal: () => legalEvents(actor.getSnapshot()),
    pending,
    session: session.facts,
    selfCheck() {
      const found = [
        ...inspector.selfCheck().found,
        ...findingsIn(0, view(), redactor.knows),
        ...findingsIn(0, session.facts(), redactor.knows),
      ]
      return { ok: found.length === 0, found }
    },
    preview: inspector.preview,
    snapshotAfter: inspector.snapshotAfter,
    rememberedAfter(step) {
      const snapshot = inspector.snapshotAfter(step)
      return snapshot && remembered(snapshot, redactor)
    },
    send: (event) => actor.send(toEvent(event)),
    answer(outcome) {
      const name = pending()?.actor
      const chosen = catalogue?.answersTo(name ?? '').find((one) => one.name === outcome)
      if (chosen) void catalogue?.answerActor(requests, chosen)
    },
    requests: liveRequests(requests),
    visits: inspector.visits,
    screens: inspector.screens,
    async sessionVerb(verb) {
      const { sessionVerbs } = await import('../do/session-verbs.ts')
      verbs ??= sessionVerbs(inspector)
      return verbs[verb]()
    },
    async journey(leaf) {
      const { planJourney } = await import('../do/journey.ts')
      return planJourney(inspector, leaf)
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
    const isOurs = isScreenEvent(type)
    if ((!isOurs && !isOwnEvent(type)) || found.has(type)) continue
    const fields = isOurs ? fieldsOf(type) : []
    const [first] = target ?? []
    found.set(type, {
      type,
      target: first ? first.path.join('.') : null,
      guard:
        typeof guard === 'object' && guard !== null && 'type' in guard ? String(guard.type) : null,
      isAllowed: isAllowed(snapshot, type as AuthEvent['type']),
      ...(fields && { fields }),
    })
  }
  return [...found.values()]
}

/** Of a chart that a developer has extended; what it may carry nobody knows here. */
const isOwnEvent = (type: string): boolean =>
  !/^xstate\.|^\*?$/.test(type) && !Object.hasOwn(eventRules, type)

/** The screen of a leaf; of a leaf that a developer has added, the state that holds it. */
function routeIn(snapshot: AuthSnapshot): string {
  const leaf = pathOf(snapshot)
  return routeOf[leaf] ?? leaf.split('.')[0]
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
  if (isOwnEvent(type)) return { type } as unknown as AuthEvent
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
