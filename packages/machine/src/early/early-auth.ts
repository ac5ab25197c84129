import { type AuthWithActor, actorKey } from '../actor-of.ts'
import { loadAhead } from '../adapters/browser/load-ahead.ts'
import { isJustCreated, startSoon } from '../adapters/browser/start-soon.ts'
import type { Auth } from '../auth.ts'
import type { AuthFailure } from '../errors/failure.ts'
import type { AuthTransport } from '../transport.ts'
import type { AuthView, RestoringView } from '../view/views/auth-views.ts'
import type { OwnView } from '../view/views/own-view.ts'
import type { SignInView } from '../view/views/sign-in-views.ts'
import type { Act } from './early-sign-in.ts'

type AnyView = AuthView | OwnView
type Whole = Auth<OwnView>

interface FirstView {
  readonly signIn: (act: Act) => SignInView
  /** Something may be stored: the form waits for the chart. */
  readonly isRestoring: boolean
}

const restoring: RestoringView = {
  route: 'restoring',
  user: undefined,
  isPending: true,
  pending: 'reading',
  failure: undefined,
  notice: undefined,
  elsewhere: undefined,
}

/**
 * An auth in front of the whole one, which `create` loads. Shows its own view until the whole one has left
 * `restoring`: then a form keeps what was typed into it.
 */
export function earlyAuth(create: () => Promise<Whole>, first: FirstView): Whole {
  const signIn = first.signIn(act)
  const listeners = new Set<(view: AnyView) => void>()
  /** Done with the whole auth as soon as it is there, in this order. */
  const begun = new Set<(auth: Whole) => void>()
  let shown: AnyView = first.isRestoring ? restoring : signIn
  let whole: Whole | undefined
  let loading: Promise<Whole> | undefined
  let isStarted = false
  let isStopped = false
  /** The chart has left `restoring`: from then on its views are shown. */
  let isOver = false
  /** What the user did last on the early form. */
  let waiting: ((view: SignInView) => void) | undefined

  function load(): Promise<Whole> {
    if (!loading) {
      loading = create().then(begin)
      loading.catch(fail)
    }
    return loading
  }

  /** Not again after a failure, which would follow at once. */
  function start() {
    if (isStarted) return
    isStarted = true
    if (first.isRestoring) load().catch(ignore)
    // The browser shows the form first.
    else loadAhead(async () => isStopped || load())
  }

  function begin(auth: Whole): Whole {
    whole = auth
    if (isStopped) auth.stop()
    for (const work of begun) work(auth)
    auth.subscribe(follow)
    follow(auth.getView())
    return auth
  }

  function fail(error: Error) {
    loading = waiting = undefined
    show({ ...signIn, failure: failureOf(error) })
  }

  function follow(view: AnyView) {
    if (!isOver && view.route === 'restoring') return
    isOver = true
    const run = waiting
    waiting = undefined
    // The view of the request that it begins follows.
    if (run && view.route === 'signIn') run(view as SignInView)
    else show(view)
  }

  function show(view: AnyView) {
    shown = view
    for (const listener of listeners) notify(listener, view)
  }

  function act(run: (view: SignInView) => void, isRequest = false) {
    if (isOver) {
      // A function of the early view, which a caller has stored.
      const view = whole?.getView()
      if (view?.route === 'signIn') run(view as SignInView)
      return
    }
    if (isStopped) return
    waiting = run
    show({ ...signIn, isPending: isRequest, pending: isRequest ? 'submitting' : undefined })
    load().catch(ignore)
  }

  const auth: AuthWithActor = {
    [actorKey]() {
      if (!whole)
        throw new TypeError('The chart of this auth has not loaded yet: await auth.ready()')
      return (whole as AuthWithActor)[actorKey]()
    },
    getView() {
      // A render may be discarded together with the auth that it has created.
      if (!isJustCreated(start)) start()
      return (isOver && whole ? whole.getView() : shown) as AuthView
    },
    getServerView: () => (whole ? whole.getServerView() : restoring) as AuthView,
    subscribe(listener) {
      const own = (view: AnyView) => listener(view as AuthView)
      listeners.add(own)
      start()
      return { unsubscribe: () => listeners.delete(own) }
    },
    on(type, listener) {
      if (whole) return whole.on(type, listener)
      let subscription: { unsubscribe(): void } | undefined
      const listen = (auth: Whole) => {
        subscription = auth.on(type, listener)
      }
      begun.add(listen)
      start()
      return {
        unsubscribe() {
          begun.delete(listen)
          subscription?.unsubscribe()
        },
      }
    },
    enter(entry) {
      if (whole) return whole.enter(entry)
      if (isStopped) return
      begun.add((auth) => auth.enter(entry))
      load().catch(ignore)
    },
    getSession: async (options) => (await load()).getSession(options),
    fetch: async (input, init) => (await load()).fetch(input, init),
    get transport() {
      return whole?.transport as AuthTransport
    },
    credentials: Object.assign(async () => (await load()).credentials(), {
      memoized: true,
    } as const),
    federatedSignIn: async (...token) => (await load()).federatedSignIn(...token),
    ready: async () => (await load()).ready(),
    stop() {
      isStarted = isStopped = true
      waiting = undefined
      whole?.stop()
    },
  }
  startSoon(start)
  return auth
}

function failureOf(cause: Error): AuthFailure {
  const retryable = cause.name === 'NetworkError'
  const code = retryable ? 'network' : 'notConfigured'
  return { code, message: cause.message, retryable, cause }
}

function notify(listener: (view: AnyView) => void, view: AnyView) {
  try {
    listener(view)
  } catch (error) {
    // Reported as uncaught: the other listeners are called all the same.
    queueMicrotask(() => {
      throw error
    })
  }
}

/** The view shows the failure; a caller that waits for the auth gets it. */
function ignore() {}
