import type { AuthEntry } from './auth-entry.ts'
import type { InitialState } from './chart/context.ts'
import type { AuthEmitted } from './chart/events.ts'
import type { CredentialsProvider } from './credentials/credentials-keeper.ts'
import type { FederatedResponse } from './credentials/provider-federation.ts'
import type { CognitoOptions } from './default-ports.ts'
import type { Override } from './override-calls.ts'
import type { AuthPorts, AwsCredentials, ProviderProfile } from './ports/index.ts'
import type { ApiOrigins } from './session/api-origins.ts'
import type { AuthFetch } from './session/auth-fetch.ts'
import type { AuthSession } from './session/auth-session.ts'
import type { GetOptions } from './session/session-keeper.ts'
import type { AuthTransport } from './transport.ts'
import type { AuthView } from './view/views/auth-views.ts'
import type { OwnView } from './view/views/own-view.ts'

/** An inspection event of XState: `@xstate.event`, `@xstate.snapshot` and others, with more members each. */
export interface AuthInspectionEvent {
  readonly type: string
  /** The `sessionId` of the auth's actor. */
  readonly rootId: string
}

/** As a method, so that a function of XState's own `InspectionEvent` fits. */
type InspectListener = { inspect(event: AuthInspectionEvent): void }['inspect']

export interface CommonOptions {
  /**
   * How long a request may take, in ms; 15 000 by default.
   *
   * @example
   * createAuth({ config, timeoutMs: 5_000 })
   */
  timeoutMs?: number | undefined
  /**
   * Receives every event and snapshot of the chart and its actors, from the start on: a function or an
   * XState observer. Secrets print as `[secret]`.
   *
   * @example
   * createAuth({ config, inspect: (event) => console.debug(event.type, event) })
   */
  inspect?: InspectListener | { readonly next?: InspectListener } | undefined
  /**
   * The origins that {@link Auth.fetch} may send a token to, beside the page's own; `'any'` for all. On a
   * server and in React Native there is no own origin.
   *
   * @example
   * createAuth({ config, apiOrigins: ['https://api.example.com'] })
   */
  apiOrigins?: ApiOrigins | undefined
  /**
   * The result of {@link Auth.ready} on the server that rendered the page: the page begins with the same
   * screen.
   *
   * @example
   * createAuth({ config, initial: window.__AUTH__ })
   */
  initial?: InitialState | undefined
  /**
   * The link that this page was opened with, e.g. one in a mail: see {@link Auth.enter}. Ignored where there
   * is no page (a server): the page opens it.
   *
   * @example
   * createAuth({ config, entry: readEntry() })
   */
  entry?: AuthEntry | undefined
  /**
   * Claims of the ID token that {@link AuthUser.claims} has beside the user's attributes, e.g. one that a pre token
   * generation trigger adds. They are in snapshots, in what is inspected, and in the result of {@link Auth.ready}: name
   * none that is secret.
   *
   * @example
   * createAuth({ config, claims: ['tenant'] })
   */
  claims?: readonly string[] | undefined
  /**
   * Calls to Cognito that you replace or wrap, e.g. for a backend of your own or to migrate users: to the user pool, to
   * the identity pool (`getId`, `getCredentials`) and to the token endpoint of the hosted UI (`redeemCode`). `original` is
   * Cognito's; what a call throws becomes a failure by `toFailure()`.
   *
   * @throws ConfigError from `createAuth` for a call that this auth does not have.
   *
   * @example
   * createAuth({
   *   config,
   *   override: {
   *     signUp: (original) => (input, options) =>
   *       original({ ...input, validationData: { invitation } }, options),
   *   },
   * })
   */
  override?: Override | undefined
}

/** Either the configuration of a user pool, or ports of your own. */
export type AuthOptions = CommonOptions & (CognitoOptions | { ports: AuthPorts })

/**
 * A running auth. It lives outside of any component tree, until `stop()`.
 *
 * @typeParam Added the views of the app's own steps.
 */
export interface Auth<Added extends OwnView = never> {
  /**
   * The view of the current screen: its data and its actions. The same object until something changes.
   *
   * @example
   * const view = auth.getView()
   * if (view.route === 'signIn') view.submit({ username: 'ada@example.com', password })
   */
  getView(): AuthView | Added
  /**
   * The view that a server renders and that a page hydrates with: the same on both sides. For bindings.
   *
   * @example
   * useSyncExternalStore(subscribe, auth.getView, auth.getServerView)
   */
  getServerView(): AuthView | Added
  /**
   * Calls `listener` with each new view.
   *
   * @example
   * const { unsubscribe } = auth.subscribe((view) => render(view))
   */
  subscribe(listener: (view: AuthView | Added) => void): { unsubscribe(): void }
  /**
   * Calls `listener` after each event of this type, or after every event for `'*'`. An error that the
   * listener throws is reported as uncaught; other listeners are called all the same.
   *
   * @example
   * auth.on('signedOut', ({ reason }) => {
   *   queryClient.clear()
   *   if (reason) report(reason.code)
   * })
   */
  on<Type extends AuthEmitted['type'] | '*'>(
    type: Type,
    listener: (
      event: Type extends '*' ? AuthEmitted : Extract<AuthEmitted, { type: Type }>,
    ) => void,
  ): { unsubscribe(): void }
  /**
   * Opens the screen that a link leads to, with its user name and code, in any browser. The link waits while the
   * session is restored, and while a user is signed in (the notice `linkWaits`): it opens after the sign-out.
   *
   * @example
   * Linking.addEventListener('url', ({ url }) => { // React Native
   *   const entry = readEntry(url)
   *   if (entry) auth.enter(entry)
   * })
   */
  enter(entry: AuthEntry): void
  /**
   * The tokens of the signed-in user, refreshed first when due; simultaneous calls share one request.
   * Waits while a session is restored. `forceRefresh` refreshes in any case, e.g. after a 401 or when
   * attributes have changed (`GetTokensFromRefreshToken`).
   *
   * @throws SignedOutError when no user is signed in, or when the session at the time of the call has
   * ended since, also if the same user has signed in again; StoppedError after `stop()`; and the errors of a
   * refresh. `toFailure()` reads them all.
   *
   * @example
   * const { idToken, accessToken } = await auth.getSession()
   */
  getSession(options?: GetOptions): Promise<AuthSession>
  /**
   * `fetch` with the access token (`token: 'id'`: the ID token) as `Authorization: Bearer` (RFC 6750),
   * refreshed when due and once more after a 401.
   *
   * @throws the errors of `getSession()` and of `fetch`; ApiOriginError for an address that is neither of
   * the page's own origin nor of `apiOrigins` (see {@link createAuth}).
   *
   * @example
   * const response = await auth.fetch('/api/orders', { method: 'POST', body })
   */
  readonly fetch: AuthFetch
  /**
   * Contains the `fetch` that `createAuth` was given. Each request reads it anew, so a tool may replace
   * it. Absent without such a `fetch`, and for an auth over `ports`.
   */
  readonly transport?: AuthTransport
  /**
   * Temporary AWS credentials of the identity pool, for the user or for a guest: an AWS SDK v3 credentials
   * provider (`GetId`, `GetCredentialsForIdentity`). Cached until shortly before they expire.
   *
   * @throws GuestAccessError for a guest where sign-in is mandatory; ConfigError without `identityPoolId`
   * in the configuration or without the option `identityPool`; and the errors of the requests.
   * `toFailure()` reads them all.
   *
   * @example
   * const s3 = new S3Client({ region, credentials: auth.credentials })
   */
  readonly credentials: CredentialsProvider
  /**
   * Signs in with the token of another provider, at the identity pool alone: `google`, `facebook`,
   * `amazon`, `developer`, or the host of an OpenID issuer. Works on the `signIn` screen.
   *
   * @throws SignedInError on another screen, and the errors of {@link credentials}.
   *
   * @example
   * await auth.federatedSignIn('google', { token: credential, expires_at })
   */
  federatedSignIn(
    provider: string,
    response: FederatedResponse,
    profile?: ProviderProfile,
  ): Promise<AwsCredentials>
  /**
   * Resolves when it is known whether a user is signed in. The result is JSON without any token: the
   * option `initial` of the page that a server renders.
   *
   * @throws StoppedError after `stop()`
   *
   * @example
   * const auth = createAuth({ config, storage: requestCookies(request.headers.get('cookie')) })
   * const initial = await auth.ready()
   */
  ready(): Promise<InitialState>
  /** Stops all timers and requests, for good. The stored session stays. */
  stop(): void
}
