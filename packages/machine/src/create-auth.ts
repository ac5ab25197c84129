import { type Actor, createActor, type InspectionEvent, type Observer, waitFor } from 'xstate'
import { createActors } from './actors.ts'
import type { InitialState } from './chart/context.ts'
import type { AuthEmitted } from './chart/events.ts'
import { authMachine } from './chart/machine.ts'
import { type CognitoOptions, cognitoPorts } from './cognito/cognito-ports.ts'
import type { AuthPorts } from './ports/index.ts'
import { type AuthFetch, authFetch } from './session/auth-fetch.ts'
import { type AuthSession, StoppedError } from './session/auth-session.ts'
import { type GetOptions, SessionKeeper } from './session/session-keeper.ts'
import { type AuthView, connect } from './view/connect.ts'
import type { AuthSnapshot } from './view/path.ts'
import { rememberScreen } from './view/remember-screen.ts'

interface CommonOptions {
  /** How long a request may take, in ms. 15 000 unless told. */
  timeoutMs?: number | undefined
  /** Sees every event and snapshot. What is secret prints as `[secret]`. */
  inspect?: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined
  /** What {@link Auth.ready} gave on the server that rendered the page: the same first screen here. */
  initial?: InitialState | undefined
}

/** Either the configuration of a user pool, or ports of your own. */
export type AuthOptions = CommonOptions & (CognitoOptions | { ports: AuthPorts })

/** A started auth machine, living outside of any component tree. */
export interface Auth {
  /** The XState actor: for `useSelector`, inspectors, and `on(…)` of {@link AuthEmitted} events. */
  readonly actor: Actor<typeof authMachine>
  /** What the current screen shows and can do. The same object until something changes. */
  getView(): AuthView
  /** Calls back with each new view. */
  subscribe(listener: (view: AuthView) => void): { unsubscribe(): void }
  /** The view of any snapshot of {@link actor}, for bindings. */
  connect(snapshot: AuthSnapshot): AuthView
  /**
   * The tokens, refreshed first when due; calls at the same time share one request.
   * Waits for a session that is being restored. `forceRefresh` refreshes in any case, e.g. after
   * a 401 or when attributes have changed.
   *
   * @throws SignedOutError when nobody is signed in, StoppedError after `stop()`, and what a refresh
   * throws; `toFailure()` reads them all.
   */
  getSession(options?: GetOptions): Promise<AuthSession>
  /**
   * `fetch` with the access token (`token: 'id'` for the other one) as `Authorization: Bearer`,
   * refreshed when due and once more after a 401. Rejects like `getSession()` and like `fetch`.
   */
  readonly fetch: AuthFetch
  /**
   * Resolves as soon as it is known who is signed in. What it gives is JSON without any token: the
   * `initial` of the page that a server renders. Never rejects but after `stop()`.
   */
  ready(): Promise<InitialState>
  /** What a server renders and a page hydrates with, for bindings: the same on both sides. */
  getServerSnapshot(): AuthSnapshot
  /** Stops timers and requests, for good. The stored session stays. */
  stop(): void
}

/**
 * Creates the chart, gives it its actors and starts it: it looks for a stored session at once.
 * Works in a browser and in Node.
 *
 * @throws `ConfigError` when `config` is not a configuration we know.
 */
export function createAuth(options: AuthOptions): Auth {
  const { timeoutMs = 15_000, inspect, initial } = options
  const ports = 'ports' in options ? options.ports : cognitoPorts(options)
  const ownFetch = 'fetch' in options ? options.fetch : undefined
  const { passwordPolicy } = ports.userPool
  const keeper = new SessionKeeper(ports, timeoutMs)
  // A server knows nothing of what this tab was in the middle of.
  const { route = 'signIn' }: { route?: string } = ports.pendingStore.read() ?? {}
  const known = route === 'signIn' ? initial : undefined
  const actor = createActor(
    authMachine.provide({
      actors: createActors(ports, keeper, timeoutMs),
      guards: { isCooledDown: ({ context }) => context.resendAt <= ports.clock.now() },
      actions: { emptyVault: () => ports.vault.empty() },
      delays: {
        resendCooldown: ({ context }) => Math.max(0, context.resendAt - ports.clock.now()),
      },
    }),
    {
      input: { passwordPolicy, initial: known },
      ...(inspect && { inspect }),
    },
  )
  const asOnServer =
    known === initial ? actor : createActor(authMachine, { input: { passwordPolicy, initial } })
  let serverSnapshot = asOnServer.getSnapshot()
  const view = (snapshot: AuthSnapshot) => connect(snapshot, actor.send)
  actor.subscribe((snapshot) => rememberScreen(snapshot, ports.pendingStore))
  actor.start()
  if (known?.user) keeper.resume(known.user)

  const isRestored = (snapshot: AuthSnapshot) => !snapshot.matches('restoring')
  const restored = () =>
    waitFor(actor, isRestored).catch((cause) => {
      throw new StoppedError('This auth was stopped', { cause })
    })

  return {
    actor,
    connect: view,
    getView: () => view(actor.getSnapshot()),
    subscribe: (listener) => actor.subscribe((snapshot) => listener(view(snapshot))),
    getSession: async (options) => {
      await restored()
      return keeper.get(options)
    },
    fetch: authFetch(keeper, restored, (...request) => (ownFetch ?? fetch)(...request)),
    ready: async () => {
      const snapshot = await restored()
      if (!initial) serverSnapshot = snapshot
      return toInitial(snapshot)
    },
    getServerSnapshot: () => serverSnapshot,
    stop: () => {
      ports.vault.empty()
      keeper.stop()
      actor.stop()
    },
  }
}

function toInitial({ context: { user, failure } }: AuthSnapshot): InitialState {
  if (user || !failure) return { user }
  const { cause: _cause, ...said } = failure
  return { failure: said }
}
