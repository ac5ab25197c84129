import { type Clock, createClock } from './clock.ts'
import { type DataDir, openDataDir } from './data-dir.ts'
import type { Engine } from './engine.ts'
import { createHostedUiState } from './hosted-ui/hosted-ui-state.ts'
import { controlPath, createApp } from './http/app.ts'
import { createFaultStore } from './http/faults.ts'
import { listen, type SandboxServer } from './http/listen.ts'
import { ConnectionDropped } from './http/wire.ts'
import {
  defaultIdentityPoolOptions,
  type IdentityPoolOptionsPatch,
  patchIdentityPoolOptions,
} from './identity-pool/identity-pool-options.ts'
import { createIdentityPool } from './identity-pool/identity-pool-state.ts'
import { createKeyRing } from './pool/keys.ts'
import { type PoolOptionsPatch, patchPoolOptions } from './pool/patch-pool-options.ts'
import { defaultPoolOptions, type PoolOptions } from './pool/pool-options.ts'
import { type Random, systemRandom } from './random.ts'
import type { SandboxState } from './state.ts'
import { checkTriggers } from './triggers/check-triggers.ts'
import type { Triggers } from './triggers/trigger-events.ts'

export interface SandboxOptions {
  /** Default `us-east-1`. */
  readonly region?: string | undefined
  /** `<region>_<letters and digits>`; default `<region>_Sandbox01`. */
  readonly userPoolId?: string | undefined
  /** Letters, digits and `_`; default `sandboxclient0000000000001`. */
  readonly userPoolClientId?: string | undefined
  /** Options of the pool and its client; what is left out has the default. */
  readonly pool?: PoolOptionsPatch | undefined
  /** `<region>:<uuid>`; default `<region>:00000000-0000-4000-8000-000000000001`. */
  readonly identityPoolId?: string | undefined
  /** Options of the identity pool; what is left out has the default. */
  readonly identityPool?: IdentityPoolOptionsPatch | undefined
  /** A directory in which users, identities, keys and refresh tokens are kept between runs. */
  readonly dataDir?: string | undefined
  /** Functions in place of the pool's Lambda triggers. */
  readonly triggers?: Triggers | undefined
  /** Where random bytes come from (salts, codes, ids, tokens); default the system. */
  readonly random?: Random | undefined
}

/** What a client needs to reach a sandbox. */
export interface SandboxConfig {
  /** URL without a trailing slash. */
  readonly endpoint: string
  readonly region: string
  readonly userPoolId: string
  readonly userPoolClientId: string
  readonly identityPoolId: string
  /** URL without a trailing slash; the same as `endpoint`. */
  readonly identityEndpoint: string
  /** URL without a trailing slash; the same as `endpoint`. */
  readonly hostedUiOrigin: string
  /**
   * URL without a trailing slash: `/outbox`, `/clock`, `/reset`, `/users`, `/faults`,
   * `/challenges`, `/pool`, `/identity-pool`, `/credentials`.
   */
  readonly controlUrl: string
}

export interface Sandbox {
  /** The address of the last `listen`; before it one that only `fetch` of this sandbox knows. */
  readonly config: SandboxConfig
  /** Answers in-process, without a port, whatever the origin of the URL; a drop-in for `fetch`. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** The sandbox's time, which all expiry follows. */
  readonly clock: Clock
  /** Serves HTTP on the loopback interface; port 0 takes a free one. Rejects if the port is taken. */
  listen(port?: number): Promise<SandboxServer & { readonly config: SandboxConfig }>
  /** Stops serving and writes what `dataDir` keeps. */
  close(): Promise<void>
}

const inProcessOrigin = 'http://sandbox.localhost'

/**
 * Makes a local Amazon Cognito with one user pool and one app client.
 *
 * @throws Error when an id, an option or the data directory cannot be used.
 */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  const random = options.random ?? systemRandom
  const startOptions = patchPoolOptions(defaultPoolOptions, options.pool ?? {})
  const triggers = checkTriggers(options.triggers ?? {})
  const data = options.dataDir === undefined ? undefined : openDataDir(options.dataDir)
  const state = createState(options, startOptions, random)
  data?.restore(state)
  const engine = createEngine(state, startOptions, random, triggers, data)
  const app = createApp(engine)
  const servers = new Set<SandboxServer>()
  let origin = inProcessOrigin

  const config = (): SandboxConfig => ({
    endpoint: origin,
    region: state.region,
    userPoolId: state.userPoolId,
    userPoolClientId: state.clientId,
    identityPoolId: state.identityPool.id,
    identityEndpoint: origin,
    hostedUiOrigin: origin,
    controlUrl: `${origin}${controlPath}`,
  })

  return {
    get config() {
      return config()
    },
    clock: engine.clock,
    fetch: (input, init) => answerInProcess(app, new Request(input, init)),
    async listen(port = 0) {
      const server = await listen(app, port)
      servers.add(server)
      origin = `http://127.0.0.1:${server.port}`
      return { ...server, config: config() }
    },
    async close() {
      await Promise.all([...servers].map((server) => server.close()))
      data?.close()
    },
  }
}

const createState = (
  {
    region = 'us-east-1',
    userPoolId = `${region}_Sandbox01`,
    userPoolClientId = 'sandboxclient0000000000001',
    identityPoolId,
    identityPool = {},
  }: SandboxOptions,
  options: PoolOptions,
  random: Random,
): SandboxState => {
  if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(userPoolId) || !userPoolId.startsWith(`${region}_`)) {
    throw new Error(`userPoolId must be '${region}_' and letters or digits, not '${userPoolId}'.`)
  }
  if (!/^\w{1,128}$/.test(userPoolClientId)) {
    throw new Error(`userPoolClientId must be 1 to 128 word characters, not '${userPoolClientId}'.`)
  }
  return {
    region,
    userPoolId,
    clientId: userPoolClientId,
    options,
    users: new Map(),
    groups: new Map(),
    sessions: new Map(),
    wantedChallenges: [],
    attempts: new Map(),
    families: new Map(),
    refreshTokens: new Map(),
    identityPool: createIdentityPool(
      region,
      identityPoolId,
      patchIdentityPoolOptions(
        defaultIdentityPoolOptions({ region, userPoolId, clientId: userPoolClientId }),
        identityPool,
      ),
    ),
    hostedUi: createHostedUiState(),
    outbox: [],
    secret: Buffer.from(random(32)).toString('hex'),
  }
}

const createEngine = (
  state: SandboxState,
  startOptions: PoolOptions,
  random: Random,
  triggers: Triggers,
  data: DataDir | undefined,
): Engine => {
  const clock = createClock()
  const faults = createFaultStore()
  const { options: startIdentityPool } = state.identityPool
  const changed = () => data?.schedule(state)
  const keys = createKeyRing({
    stored: data?.keys,
    onGenerated(made) {
      data?.keepKeys(made)
      changed()
    },
  })
  const reset = () => {
    for (const store of [state.users, state.sessions, state.attempts, state.families]) store.clear()
    state.refreshTokens.clear()
    state.groups.clear()
    for (const store of Object.values(state.hostedUi)) store.clear()
    state.outbox.length = 0
    state.wantedChallenges.length = 0
    state.options = startOptions
    state.identityPool.identities.clear()
    state.identityPool.credentials.clear()
    state.identityPool.options = startIdentityPool
    clock.reset()
    faults.clear()
    changed()
  }
  return { state, clock, random, keys, faults, triggers, reset, changed }
}

const answerInProcess = async (
  app: { fetch(request: Request): Response | Promise<Response> },
  request: Request,
): Promise<Response> => {
  const { signal } = request
  signal.throwIfAborted()
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    return await Promise.race([app.fetch(request), aborted])
  } catch (error) {
    if (error instanceof ConnectionDropped) throw new TypeError('fetch failed', { cause: error })
    throw error
  }
}
