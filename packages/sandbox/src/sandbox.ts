import type { Clock } from './clock.ts'
import { createEngine } from './create-engine.ts'
import type { App, Host } from './host.ts'
import { controlPath, createApp } from './http/app.ts'
import type { SandboxServer } from './http/sandbox-server.ts'
import { ConnectionDropped } from './http/wire.ts'
import { type FormFields, formFieldsOf } from './pool/options/form-fields.ts'
import type { SandboxOptions } from './sandbox-options.ts'

/** What an app needs to use a sandbox: its addresses, its ids, and the fields of the forms for its pool. */
export interface SandboxConfig extends FormFields {
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
  /**
   * The address of the last `listen`, and the pool as it is now. Before the first `listen`, an address that
   * only `fetch` of this sandbox understands.
   */
  readonly config: SandboxConfig
  /** Handles requests in-process, without a port and for any origin in the URL. A drop-in for `fetch`. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** The sandbox's clock. Everything that expires follows it. */
  readonly clock: Clock
  /**
   * Serves HTTP on the loopback interface. Port 0 takes a free port. Rejects if the port is taken, and in
   * browsers.
   */
  listen(port?: number): Promise<SandboxServer & { readonly config: SandboxConfig }>
  /** Stops serving and releases `dataDir`. */
  close(): Promise<void>
}

const inProcessOrigin = 'http://sandbox.localhost'

/** Creates a sandbox on a host. */
export function startSandbox(options: SandboxOptions, host: Host): Sandbox {
  const engine = createEngine(options, host)
  const { state } = engine
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
    ...formFieldsOf(state.options),
  })

  return {
    get config() {
      return config()
    },
    clock: engine.clock,
    fetch: (input, init) => fetchInProcess(app, new Request(input, init), host),
    async listen(port = 0) {
      const server = await host.listen(app, port)
      servers.add(server)
      origin = `http://127.0.0.1:${server.port}`
      return { ...server, config: config() }
    },
    async close() {
      await Promise.all([...servers].map((server) => server.close()))
      engine.close()
    },
  }
}

async function fetchInProcess(app: App, request: Request, { cookies }: Host): Promise<Response> {
  const { signal } = request
  signal.throwIfAborted()
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    return await Promise.race([app.fetch(request, cookies && { cookies }), aborted])
  } catch (error) {
    if (error instanceof ConnectionDropped) throw new TypeError('fetch failed', { cause: error })
    throw error
  }
}
