// Bundles have the code in the order of these imports, and gzip finds only what repeats within 32 kB. The groups below save
// 0.3 kB. First the ports, with the storage.

import { cognitoPorts } from './default-ports.ts'

// The session, which resembles the storage.

import { apiOriginCheck } from './session/api-origins.ts'
import { authFetch } from './session/auth-fetch.ts'
import { SessionKeeper } from './session/session-keeper.ts'

// The chart, and the screens that resemble it.

import { createHandleActor } from './handle-actor.ts'
import { serve } from './handle-machine.ts'
import { connect } from './view/connect.ts'

// All others, in any order.

import type { InspectionEvent, Observer } from 'xstate'
import { type AuthWithActor, actorKey } from './actor-of.ts'
import { createActors } from './actors/index.ts'
import { pageNavigator } from './adapters/browser/page-navigator.ts'
import { startSoon } from './adapters/browser/start-soon.ts'
import type { Auth, AuthOptions } from './auth.ts'
import { linkEventOf } from './auth-entry.ts'
import type { InitialState } from './chart/context.ts'
import { withDeadline } from './concurrency/deadline.ts'
import { awsCredentials } from './credentials/aws-credentials.ts'
import { ConfigError } from './errors/auth-errors.ts'
import { loadFederation } from './load-federation.ts'
import { overrideCalls } from './override-calls.ts'
import type { ChartOption, StepsOption } from './steps/chart-options.ts'
import { extensionOf } from './steps/extension.ts'
import type { AnyStep, ViewOfStep } from './steps/step.ts'
import { openTransport } from './transport.ts'
import type { AuthSnapshot } from './view/path.ts'
import { sendAsShown } from './view/send-as-shown.ts'
import type { OwnView } from './view/views/own-view.ts'

/**
 * Creates an auth and starts it: it reads the stored session at once. In a page it starts at its first use,
 * or after the task that created it. Works in a browser and in Node.
 *
 * @throws ConfigError when `config` has none of the known shapes, or an option is not valid.
 *
 * @example
 * import outputs from './amplify_outputs.json'
 *
 * export const auth = createAuth({ config: outputs })
 */
export function createAuth<const Steps extends readonly AnyStep[]>(
  options: AuthOptions & StepsOption<Steps>,
): Auth<ViewOfStep<Steps[number]>>
export function createAuth<View extends OwnView>(
  options: AuthOptions & ChartOption<View>,
): Auth<View>
export function createAuth(options: AuthOptions): Auth
export function createAuth(
  options: AuthOptions & Partial<StepsOption & ChartOption>,
): Auth<OwnView> {
  if (!options) throw new ConfigError('createAuth() needs { config } or { ports }')
  const { timeoutMs = 15_000, inspect, initial, apiOrigins, entry, override, claims } = options
  checkTimeout(timeoutMs)
  const checkOrigin = apiOriginCheck(apiOrigins, pageNavigator.address)
  const hasPorts = 'ports' in options
  const { own, send } = openTransport('fetch' in options ? options.fetch : undefined)
  const extension = extensionOf(options)
  const given = hasPorts ? options.ports : cognitoPorts({ ...options, fetch: send })
  const ports = override ? overrideCalls(given, override) : given
  const keeper = new SessionKeeper(ports, timeoutMs, claims)
  const handle = createHandleActor(ports, {
    // On a server there is no page that the link was opened in.
    entry: pageNavigator.address() ? entry : undefined,
    initial,
    inspect: inspect as Observer<InspectionEvent> | undefined,
    onResume: (user) => keeper.resume(user),
    chart: extension?.machine,
  })
  const { actor, start, restored } = handle
  const aws = awsCredentials(ports, keeper, restored, timeoutMs)
  serve(actor.system, {
    actors: createActors(ports, keeper, aws, timeoutMs),
    vault: ports.vault,
    lastSignIn: ports.lastSignIn,
  })
  const userIdOf = ({ context }: AuthSnapshot) => context.user?.userId
  const sendOf = sendAsShown(
    (event) => start().send(event),
    () => userIdOf(actor.getSnapshot()),
  )
  const viewOf = (snapshot: AuthSnapshot) => connect(snapshot, sendOf(userIdOf(snapshot)))
  let { serverSnapshot } = handle
  startSoon(start)

  const auth: AuthWithActor = {
    [actorKey]: start,
    getView: () => viewOf(handle.peek()),
    getServerView: () => viewOf(serverSnapshot),
    subscribe: (listener) => start().subscribe((snapshot) => listener(viewOf(snapshot))),
    on(type, listener) {
      // First the listener: the start may emit `restored`.
      const subscription = actor.on(type, listener as never)
      start()
      return subscription
    },
    enter: (entry) => start().send(linkEventOf(entry)),
    async getSession(options) {
      const { generation } = keeper
      await restored()
      return keeper.get(options, generation)
    },
    fetch: authFetch(keeper, restored, send, checkOrigin),
    // Ports send their requests through a `fetch` of their own.
    ...(own && !hasPorts && { transport: own }),
    credentials: aws.provider,
    async federatedSignIn(...token) {
      const { federatedSignIn } = await withDeadline(timeoutMs, loadFederation)
      return federatedSignIn(handle, aws.provider)(...token)
    },
    async ready() {
      const snapshot = await restored()
      if (!initial) serverSnapshot = snapshot
      return toInitial(snapshot)
    },
    stop() {
      try {
        ports.vault.empty()
      } finally {
        keeper.stop()
        aws.stop()
        handle.stop()
      }
    },
  }
  extension?.serve?.(actor.system, auth, timeoutMs)
  return auth
}

function checkTimeout(timeoutMs: unknown) {
  // Above that, timers fire at once.
  if (typeof timeoutMs === 'number' && timeoutMs >= 1 && timeoutMs < 2 ** 31) return
  throw new ConfigError(`"timeoutMs" is ${timeoutMs}, not a number of ms from 1 to ${2 ** 31 - 1}`)
}

function toInitial({ context: { user, failure } }: AuthSnapshot): InitialState {
  if (user || !failure) return { user }
  const { cause: _cause, ...said } = failure
  return { failure: said }
}
