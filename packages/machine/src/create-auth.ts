import { createActor, type InspectionEvent, type Observer, waitFor } from 'xstate'
import { createActors } from './actors/index.ts'
import { pageNavigator } from './adapters/browser/page-navigator.ts'
import { isJustCreated, startSoon } from './adapters/browser/start-soon.ts'
import type { InitialState } from './chart/context.ts'
import type { AuthEmitted, AuthEvent } from './chart/events.ts'
import { type AuthActor, authMachine } from './chart/machine.ts'
import { awsCredentials } from './credentials/aws-credentials.ts'
import type { CredentialsProvider } from './credentials/credentials-keeper.ts'
import { type FederatedResponse, toProviderToken } from './credentials/provider-federation.ts'
import { type CognitoOptions, cognitoPorts } from './default-ports.ts'
import { ConfigError } from './errors/config-error.ts'
import { handleMachine, serve } from './handle-machine.ts'
import { abortError } from './platform/abort.ts'
import type { AuthPorts, AwsCredentials, ProviderProfile } from './ports/index.ts'
import { type ApiOrigins, apiOriginCheck } from './session/api-origins.ts'
import { type AuthFetch, authFetch } from './session/auth-fetch.ts'
import { type AuthSession, SignedInError, StoppedError } from './session/auth-session.ts'
import { type GetOptions, SessionKeeper } from './session/session-keeper.ts'
import { connect } from './view/connect.ts'
import type { AuthSnapshot } from './view/path.ts'
import { rememberScreen } from './view/remember-screen.ts'
import { sendAsShown } from './view/send-as-shown.ts'
import type { AuthView } from './view/views/auth-views.ts'

interface CommonOptions {
  /** How long a request may take, in ms. 15 000 unless told. */
  timeoutMs?: number | undefined
  /** Sees every event and snapshot. What is secret prints as `[secret]`. */
  inspect?: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined
  /**
   * The origins that {@link Auth.fetch} may send a token to, e.g. `['https://api.example.com']`,
   * beside the page's own; `'any'` for all. On a server and in React Native there is no own one.
   */
  apiOrigins?: ApiOrigins | undefined
  /** What {@link Auth.ready} gave on the server that rendered the page: the same first screen here. */
  initial?: InitialState | undefined
}

/** Either the configuration of a user pool, or ports of your own. */
export type AuthOptions = CommonOptions & (CognitoOptions | { ports: AuthPorts })

/** What requests go through. */
export interface AuthTransport {
  fetch: typeof globalThis.fetch
}

/** A started auth machine, living outside of any component tree. */
export interface Auth {
  /** The XState actor: for `useSelector`, inspectors, and `on(…)` of {@link AuthEmitted} events. */
  readonly actor: AuthActor
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
   * @throws SignedOutError when nobody is signed in, or the user who asked has signed out meanwhile (also
   * where another one, or the same, has signed in since), StoppedError after `stop()`, and what a refresh
   * throws; `toFailure()` reads them all.
   */
  getSession(options?: GetOptions): Promise<AuthSession>
  /**
   * `fetch` with the access token (`token: 'id'` for the other one) as `Authorization: Bearer`,
   * refreshed when due and once more after a 401. Rejects like `getSession()` and like `fetch`, and with
   * ApiOriginError for an address that `apiOrigins` of {@link createAuth} does not have.
   */
  readonly fetch: AuthFetch
  /**
   * Holds the `fetch` that `createAuth` was given. Requests go through the one that is here when they
   * are made, so a tool may put its own in the place. Absent where that is `globalThis.fetch`, and
   * where `createAuth` was given ports.
   */
  readonly transport?: AuthTransport
  /**
   * Temporary AWS credentials of the identity pool, for `credentials` of any client of AWS SDK v3:
   * of the user, or of a guest. Cached until shortly before they expire.
   *
   * Rejects with GuestAccessError for a guest where sign-in is mandatory, with ConfigError without
   * `identityPoolId` in the configuration or without the option `identityPool`, and with what requests
   * throw; `toFailure()` reads them all.
   */
  readonly credentials: CredentialsProvider
  /**
   * Signs in with the token of another provider, at the identity pool alone: `google`, `facebook`,
   * `amazon`, `developer`, or the host of an OpenID issuer. Works on the `signIn` screen. Resolves
   * with the AWS credentials; rejects like them, and with SignedInError elsewhere.
   */
  federatedSignIn(
    provider: string,
    response: FederatedResponse,
    profile?: ProviderProfile,
  ): Promise<AwsCredentials>
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
 * Creates the chart, gives it its actors and starts it: it looks for a stored session at once. In a page
 * it starts when it is first used, or after the task that created it. Works in a browser and in Node.
 *
 * @throws ConfigError when `config` is not a configuration we know, or `storage` is none.
 */
export function createAuth(options: AuthOptions): Auth {
  if (!options) throw new ConfigError('createAuth() needs { config } or { ports }')
  const { timeoutMs = 15_000, inspect, initial, apiOrigins } = options
  // Beyond that timers fire at once.
  if (typeof timeoutMs !== 'number' || !(timeoutMs >= 1 && timeoutMs < 2 ** 31)) {
    throw new ConfigError(
      `"timeoutMs" is ${timeoutMs}, not a number of ms from 1 to ${2 ** 31 - 1}`,
    )
  }
  const checkOrigin = apiOriginCheck(apiOrigins, pageNavigator.address)
  const ownFetch = 'fetch' in options ? options.fetch : undefined
  const own: AuthTransport | undefined = ownFetch && { fetch: ownFetch }
  const send: typeof globalThis.fetch = (...request) => {
    // Called without an object: a browser's own `fetch` refuses any but the window.
    const { fetch } = own ?? globalThis
    return fetch(...request)
  }
  const ports = 'ports' in options ? options.ports : cognitoPorts({ ...options, fetch: send })
  const { passwordPolicy } = ports.userPool
  const providers = ports.hostedUi?.providers
  const keeper = new SessionKeeper(ports, timeoutMs)
  // A server knows nothing of what this tab was in the middle of.
  const { route = 'signIn' }: { route?: string } = ports.screenStore.read() ?? {}
  const answer = ports.hostedUi?.takeAnswer()
  const known = route === 'signIn' && !answer ? initial : undefined
  const aws = awsCredentials(ports, keeper, () => restored(), timeoutMs)
  const actor = createActor(handleMachine(ports.clock), {
    input: { passwordPolicy, providers, initial: known, answer },
    ...(inspect && { inspect }),
  })
  serve(actor.system, {
    actors: createActors(ports, keeper, aws, timeoutMs),
    vault: ports.vault,
  })
  const asOnServer =
    known === initial
      ? actor
      : createActor(authMachine, { input: { passwordPolicy, providers, initial } })
  let serverSnapshot = asOnServer.getSnapshot()
  const sendEvent: (event: AuthEvent) => void = (event) => start().send(event)
  const sendOf = sendAsShown(sendEvent, () => actor.getSnapshot().context.user?.userId)
  const view = (snapshot: AuthSnapshot) => connect(snapshot, sendOf(snapshot.context.user?.userId))
  actor.subscribe((snapshot) => rememberScreen(snapshot, ports.screenStore))

  let isStarted = false
  let isStopped = false
  function start() {
    if (isStarted) return actor
    isStarted = true
    actor.start()
    if (known?.user) keeper.resume(known.user)
    return actor
  }
  startSoon(start)

  const isRestored = (snapshot: AuthSnapshot) => !snapshot.matches('restoring')
  const until = async (isThere: (snapshot: AuthSnapshot) => boolean) => {
    try {
      // An actor that was stopped before it was started tells nobody.
      if (isStopped) throw new Error('stop() was called')
      return await waitFor(start(), isThere)
    } catch (cause) {
      throw new StoppedError('This auth was stopped', { cause })
    }
  }
  const restored = () => until(isRestored)

  return {
    get actor() {
      return start()
    },
    connect: view,
    getView: () => {
      // A render may be thrown away together with the handle that it has created.
      if (!isJustCreated(start)) start()
      return view(actor.getSnapshot())
    },
    subscribe: (listener) => start().subscribe((snapshot) => listener(view(snapshot))),
    getSession: async (options) => {
      const { generation } = keeper
      await restored()
      return keeper.get(options, generation)
    },
    credentials: aws.provider,
    federatedSignIn: async (provider, response, profile = {}) => {
      const token = toProviderToken(provider, response, profile)
      await restored()
      const event = { type: 'signIn.federate', token } as const
      if (!actor.getSnapshot().can(event)) throw new SignedInError()
      actor.send(event)
      const { context } = await until((snapshot) => !isFederating(snapshot))
      if (context.user?.kind !== 'federated') throw context.failure?.cause ?? cancelled()
      return aws.provider()
    },
    fetch: authFetch(keeper, restored, send, checkOrigin),
    // Ports ask by whatever they were made with.
    ...(own && !('ports' in options) && { transport: own }),
    ready: async () => {
      const snapshot = await restored()
      if (!initial) serverSnapshot = snapshot
      return toInitial(snapshot)
    },
    getServerSnapshot: () => serverSnapshot,
    stop: () => {
      isStopped = isStarted = true
      ports.vault.empty()
      keeper.stop()
      aws.stop()
      actor.stop()
    },
  }
}

const isFederating = (snapshot: AuthSnapshot) => snapshot.matches({ signIn: 'federating' })

function toInitial({ context: { user, failure } }: AuthSnapshot): InitialState {
  if (user || !failure) return { user }
  const { cause: _cause, ...said } = failure
  return { failure: said }
}

const cancelled = () => abortError('The sign-in was cancelled')
