import type { Outcome } from '../catalogue/outcome.ts'
import { defaultExchange, hasDefault, type RequestBody } from './default-exchange.ts'
import type { Exchange } from './exchange.ts'
import { exchangesOf } from './exchanges-of.ts'
import { type Moment, type ScriptedPool, scriptedConfig } from './pool.ts'
import { returnOf } from './storage-of.ts'

export interface ScriptedCognitoOptions {
  /** The pools of the app's configuration; by default those of `scriptedConfig`. */
  readonly pool?: ScriptedPool
  /** The app's pool is not known: tokens do not say of which pool and client they are. */
  readonly isAnyPool?: true
  /** The time in epoch ms; by default the time of this machine. */
  readonly now?: () => number
}

/**
 * A Cognito without users or rules: it gives the prepared responses, in the real wire format. It has a user
 * pool, an identity pool and a hosted UI, distinguished by the requests themselves; serve it under all
 * of their addresses.
 */
export interface ScriptedCognito {
  /**
   * How the requests of an actor end from now on, before they are made. The last of them waits for
   * `release()`. Replaces what was armed before; `undefined` arms nothing.
   */
  arm(outcome: Outcome | undefined): void
  /** Ends the last request of the prepared outcome, now or as soon as it comes. */
  release(): void
  /** Ends the next request of an operation at once, before any prepared outcome. */
  interject(exchange: Exchange): void
  /** Resolves when the last request of the prepared outcome has come: nothing is left to wait for. */
  requested(): Promise<void>
  /**
   * Answers a request, CORS included. Rejects where the connection is lost, and never settles where
   * no response arrives.
   */
  handle(request: Request): Promise<Response>
  /** For `createAuth`: `handle`, until the signal aborts. */
  readonly fetch: typeof globalThis.fetch
  /** Every request so far by its operation, preflights left out: never what was in it. */
  readonly log: readonly string[]
  /** The requests in the log that were not prepared and have no default response. */
  readonly unexpected: readonly string[]
  /** The requests in the log that belong to the prepared outcome. */
  readonly answered: readonly string[]
  /** What answers are made with, with a serial number that was not used yet. */
  moment(): Moment
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
}

interface Armed {
  readonly outcome: Outcome
  /** Known after the first request, which shows the circumstances. */
  left: readonly Exchange[] | undefined
  readonly answered: string[]
  readonly released: Promise<void>
  readonly release: () => void
  readonly requested: Promise<void>
  readonly noteRequested: () => void
}

/**
 * Creates a Cognito whose responses a test prepares.
 *
 * @example
 * const cognito = scriptedCognito()
 * const auth = createAuth({ config: scriptedConfig, fetch: cognito.fetch })
 * cognito.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'tokens'))
 */
export function scriptedCognito({
  pool = scriptedConfig,
  isAnyPool,
  now = Date.now,
}: ScriptedCognitoOptions = {}): ScriptedCognito {
  const log: string[] = []
  const unexpected: string[] = []
  let armed: Armed | undefined
  let interjected: readonly Exchange[] = []
  let serial = 0
  let nonce = 'nonce'

  const moment = (): Moment => {
    serial += 1
    return { pool, ...(isAnyPool && { isAnyPool }), now: now(), serial, nonce }
  }

  /** The exchange of a request, as soon as it may end. */
  async function next(operation: string, requested: RequestBody): Promise<Exchange> {
    const before = interjected.find((exchange) => exchange.operation === operation)
    if (before) {
      interjected = interjected.filter((exchange) => exchange !== before)
      return before
    }
    const mine = armed
    const exchange = mine && takeFrom(mine, operation, requested)
    if (!mine || !exchange) {
      if (!hasDefault(operation)) unexpected.push(operation)
      return defaultExchange(operation, requested, moment())
    }
    if (!exchange.isUsual) mine.answered.push(operation)
    if (mine.left?.length === 0) {
      mine.noteRequested()
      await mine.released
    }
    return exchange.isUsual ? defaultExchange(operation, requested, moment()) : exchange
  }

  function takeFrom(mine: Armed, operation: string, requested: RequestBody): Exchange | undefined {
    const left = mine.left ?? exchangesOf(mine.outcome, moment(), circumstancesOf(requested))
    const index = left.findIndex(({ isOptional }) => !isOptional)
    const at = left.slice(0, index + 1).findIndex((exchange) => exchange.operation === operation)
    const exchange = left[at]
    if (!exchange) return undefined
    // A request that names a device is made once more without it: the answer to that one counts.
    mine.left =
      namesDevice(requested) && rejectsDevice(exchange) ? left.slice(at) : left.slice(at + 1)
    return exchange
  }

  function page(url: URL): Response {
    const { searchParams } = url
    nonce = searchParams.get('nonce') ?? nonce
    const back = url.pathname.endsWith('/logout')
      ? String(searchParams.get('logout_uri'))
      : returnOf(armed?.outcome ?? {}, {
          pool,
          state: searchParams.get('state') ?? '',
          redirectUri: String(searchParams.get('redirect_uri')),
        })
    return new Response(null, { status: 302, headers: { location: back } })
  }

  async function handle(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors })
    const url = new URL(request.url)
    const target = request.headers.get('x-amz-target')?.split('.')[1]
    const operation = target ?? url.pathname.slice(1)
    log.push(operation)
    if (request.method === 'GET') return page(url)
    const exchange = await next(operation, target ? await request.json() : {})
    switch (exchange.kind) {
      case 'drop':
        throw new TypeError('The connection was lost')
      case 'never':
        return new Promise(() => undefined)
      case 'answer': {
        const { status, headers, body } = exchange
        const text = typeof body === 'string' ? body : JSON.stringify(body)
        return new Response(text, { status, headers: { ...headers, ...cors } })
      }
    }
  }

  return {
    arm(outcome) {
      armed = outcome && armedWith(outcome)
    },
    release: () => armed?.release(),
    interject(exchange) {
      interjected = [...interjected, exchange]
    },
    requested: async () => armed?.requested,
    handle,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const { signal } = request
      signal.throwIfAborted()
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
      return Promise.race([handle(request), aborted])
    },
    log,
    unexpected,
    get answered() {
      return armed?.answered ?? []
    },
    moment,
  }
}

/** What a request shows of the circumstances of its actor. */
function circumstancesOf({ AuthParameters, AccessToken }: RequestBody) {
  const isSrp = typeof AuthParameters === 'object' && 'SRP_A' in { ...AuthParameters }
  return { isSrp, isSignedIn: AccessToken !== undefined }
}

/** The body of a sign-in or a refresh. */
const namesDevice = ({
  AuthParameters,
  ChallengeResponses,
  RefreshToken,
  DeviceKey,
}: RequestBody) =>
  'DEVICE_KEY' in { ...Object(AuthParameters), ...Object(ChallengeResponses) } ||
  (RefreshToken !== undefined && DeviceKey !== undefined)

const rejectsDevice = (exchange: Exchange) =>
  exchange.kind === 'answer' && Object(exchange.body).__type === 'ResourceNotFoundException'

function armedWith(outcome: Outcome): Armed {
  let release = () => {}
  let noteRequested = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const requested = new Promise<void>((resolve) => {
    noteRequested = resolve
  })
  return { outcome, left: undefined, answered: [], released, release, requested, noteRequested }
}
