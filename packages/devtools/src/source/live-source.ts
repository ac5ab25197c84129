import { actorOf, pathOf, stepsOf } from '@authchart/machine/xstate'
import { chartGraph } from '../chart-graph/chart-graph.ts'
import { findingsIn } from '../redaction/self-check.ts'
import type { Inspector } from '../trace/inspector.ts'
import { legalEvents } from './legal-events.ts'
import { liveRequests } from './live-requests.ts'
import { liveSession } from './live-session.ts'
import type { OutcomeChoice, PanelSource, PendingActor } from './panel-source.ts'
import { remembered } from './remembered.ts'
import { routeIn } from './route-in.ts'
import { toEvent } from './to-event.ts'

/** An `auth` that runs in this page. */
export function liveSource(inspector: Inspector): PanelSource {
  const { auth, trace, requests, redactor } = inspector
  const actor = actorOf(auth)
  const graph = chartGraph(actor.logic)
  const invokes = new Map(graph.nodes.map(({ id, invokes }) => [id, invokes]))
  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }
  const session = liveSession(auth, redactor, notify)
  let unfollow = () => {}
  /** Only while there are listeners. */
  function follow() {
    const subscription = actor.subscribe(notify)
    const stop = session.follow()
    return () => {
      subscription.unsubscribe()
      stop()
    }
  }
  let catalogue:
    | Pick<typeof import('../fake-cognito/index.ts'), 'endRequestOf' | 'outcomesOf'>
    | undefined
  let isLoading = false
  let forms: typeof import('./form-facts.ts') | undefined
  let isLoadingForms = false
  let verbs: ReturnType<typeof import('../actions/index.ts').sessionVerbs> | undefined

  /** The catalogue is large: it is loaded when outcomes are first shown. */
  function outcomesOf(name: string): readonly OutcomeChoice[] {
    if (!isLoading) {
      isLoading = true
      void import('../fake-cognito/index.ts').then(({ endRequestOf, outcomesOf }) => {
        catalogue = { endRequestOf, outcomesOf }
        notify()
      })
    }
    return (catalogue?.outcomesOf(name) ?? []).map(({ name, rejection }) => ({
      name,
      isRejection: rejection !== undefined,
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

  function form() {
    if (!isLoadingForms) {
      isLoadingForms = true
      void import('./form-facts.ts').then((loaded) => {
        forms = loaded
        notify()
      })
    }
    return forms?.formFacts(actor.getSnapshot())
  }

  function view() {
    // Not what the app shows: that may be the past.
    const snapshot = actor.getSnapshot()
    return { route: routeIn(snapshot), context: remembered(snapshot, redactor) }
  }

  return {
    ...(inspector.clientId !== undefined && { name: inspector.clientId }),
    trace,
    graph,
    steps: stepsOf(actor.getSnapshot().machine),
    leaf: () => pathOf(actor.getSnapshot()),
    view,
    legal: () => legalEvents(actor.getSnapshot()),
    form,
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
      const chosen = catalogue?.outcomesOf(name ?? '').find((one) => one.name === outcome)
      if (chosen) void catalogue?.endRequestOf(requests, chosen)
    },
    requests: liveRequests(requests),
    visits: inspector.visits,
    screens: inspector.screens,
    async sessionVerb(verb) {
      const { sessionVerbs } = await import('../actions/index.ts')
      verbs ??= sessionVerbs(inspector)
      return verbs[verb]()
    },
    async journey(leaf) {
      const { planJourney } = await import('../actions/index.ts')
      return planJourney(inspector, leaf)
    },
    subscribe(listener) {
      // A function that subscribes twice is called twice.
      const mine = () => listener()
      listeners.add(mine)
      if (listeners.size === 1) unfollow = follow()
      return () => {
        if (listeners.delete(mine) && listeners.size === 0) unfollow()
      }
    },
  }
}
