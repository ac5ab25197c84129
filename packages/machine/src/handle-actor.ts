import { createActor, type InspectionEvent, type Observer } from 'xstate'
import { isJustCreated } from './adapters/browser/start-soon.ts'
import { type AuthEntry, linkEventOf } from './auth-entry.ts'
import type { InitialState } from './chart/context.ts'
import { type AuthActor, authMachine } from './chart/machine.ts'
import { StoppedError } from './errors/auth-errors.ts'
import { handleMachine } from './handle-machine.ts'
import type { AuthPorts, ScreenStore } from './ports/index.ts'
import type { AuthSnapshot } from './view/path.ts'
import { rememberScreen } from './view/remember-screen.ts'

interface HandleActorOptions {
  /** Opened by the start. */
  readonly entry: AuthEntry | undefined
  readonly initial: InitialState | undefined
  readonly inspect: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined
  /** Called once, after the start, with the user whom `initial` names; not where the tab knows better. */
  readonly onResume: (user: NonNullable<InitialState['user']>) => void
  /** With states of the app's own; by default the shipped one. */
  readonly chart: typeof authMachine | undefined
}

/** The actor of one handle, started by its first use. */
export interface HandleActor {
  /** Never started by this property. */
  readonly actor: AuthActor
  /** Starts the actor if it was not. */
  start(): AuthActor
  /** The current snapshot. Starts the actor, but for a handle that the current task has created. */
  peek(): AuthSnapshot
  /** @throws StoppedError after `stop()` */
  until(isThere: (snapshot: AuthSnapshot) => boolean): Promise<AuthSnapshot>
  /** Resolves when the chart has left `restoring`. */
  restored(): Promise<AuthSnapshot>
  /** The snapshot that a server without this tab's storage begins with. */
  readonly serverSnapshot: AuthSnapshot
  stop(): void
}

export function createHandleActor(
  { userPool, hostedUi, screenStore, lastSignIn, clock }: AuthPorts,
  { entry, initial, inspect, onResume, chart = authMachine }: HandleActorOptions,
): HandleActor {
  const { passwordPolicy, formSettings, passwordless } = userPool
  const firstFactors = passwordless?.factors
  const providers = hostedUi?.providers
  const configured = { passwordPolicy, formSettings, firstFactors, providers }
  // A server does not know the screen that this tab has stored, its redirect, nor who signed in here last.
  const route = routeIn(screenStore) ?? 'signIn'
  const answer = hostedUi?.takeAnswer()
  const last = lastSignIn?.read()
  const known = route === 'signIn' && !answer ? initial : undefined
  const actor = createActor(handleMachine(clock, chart), {
    input: { ...configured, initial: known, answer, lastSignIn: last },
    ...(inspect && { inspect }),
  })
  const asOnServer =
    known === initial && !last ? actor : createActor(chart, { input: { ...configured, initial } })
  const serverSnapshot = asOnServer.getSnapshot()
  actor.subscribe((snapshot) => rememberScreen(snapshot, screenStore))

  let isStarted = false
  let isStopped = false

  function start() {
    if (isStarted) return actor
    isStarted = true
    actor.start()
    if (known?.user) onResume(known.user)
    if (entry) actor.send(linkEventOf(entry))
    return actor
  }

  async function until(isThere: (snapshot: AuthSnapshot) => boolean) {
    try {
      // An actor that was stopped before its start would never report it.
      if (isStopped) throw new Error('stop() was called')
      return await reached(start(), isThere)
    } catch (cause) {
      throw new StoppedError('This auth was stopped', { cause })
    }
  }

  return {
    actor,
    start,
    peek() {
      // A render may be discarded together with the handle that it has created.
      if (!isJustCreated(start)) start()
      return actor.getSnapshot()
    },
    until,
    restored: () => until((snapshot) => !snapshot.matches('restoring')),
    serverSnapshot,
    stop() {
      isStopped = isStarted = true
      actor.stop()
    },
  }
}

/** Like `waitFor` of XState, which is larger: it has a time-out and a signal. Rejects when the actor stops first. */
function reached(actor: AuthActor, isThere: (snapshot: AuthSnapshot) => boolean) {
  return new Promise<AuthSnapshot>((resolve, reject) => {
    const current = actor.getSnapshot()
    if (isThere(current)) return resolve(current)
    const subscription = actor.subscribe({
      next(snapshot) {
        if (!isThere(snapshot)) return
        subscription.unsubscribe()
        resolve(snapshot)
      },
      error: reject,
      complete: () => reject(new Error('The actor has stopped')),
    })
  })
}

function routeIn(store: ScreenStore): string | undefined {
  if (store.route) return store.route()
  const { route }: { route?: string } = Object(store.read())
  return route
}
