import type { Sandbox } from '@authchart/sandbox'
import type { Operation } from '../../src/cognito/operations.ts'
import type { Auth, AuthPath, FailureCode } from '../../src/index.ts'
import { actorOf, pathOf } from '../../src/xstate.ts'
import { control } from './sandbox-auth.ts'

/** A request to the user pool, the hosted UI or the identity pool. */
export type RequestName = Operation | 'oauth2/token' | 'GetId' | 'GetCredentialsForIdentity'

/** A fault of a request, and the failure that it has to become. */
export interface Fault {
  readonly code: FailureCode
  /** The sandbox's fault … */
  readonly answers?: object
  /** … or what happens to the request in transit. */
  readonly intercept?: (send: () => Promise<Response>) => Promise<Response>
}

/** In seconds. */
export const retryAfter = 120

const lost = () => new TypeError('fetch failed')

export const faults = {
  'latency past the time-out': { code: 'timeout', answers: { latencyMs: 60_000 } },
  'a dropped connection': { code: 'network', answers: { drop: true } },
  'a connection that drops once Cognito has done it': {
    code: 'network',
    intercept: async (send) => {
      await send()
      throw lost()
    },
  },
  'a 500': { code: 'serviceError', answers: { type: 'InternalErrorException', status: 500 } },
  'a 503 with HTML': {
    code: 'nonJsonAnswer',
    answers: { status: 503, body: '<html>Sorry</html>' },
  },
  'a 429': {
    code: 'throttled',
    intercept: async () =>
      new Response('{}', { status: 429, headers: { 'retry-after': String(retryAfter) } }),
  },
  'an empty body': {
    code: 'emptyAnswer',
    intercept: async (send) => {
      const { status } = await send()
      return new Response('', { status })
    },
  },
  offline: {
    code: 'network',
    intercept: async () => {
      throw lost()
    },
  },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof faults

/** One request of a flow: an operation, and which of the flow's requests of it (1 is the first). */
export type Target = readonly [operation: RequestName, nth: number]

/** The connection to a sandbox, for `startOutage`. */
export interface Connection {
  readonly sandbox: Sandbox
  readonly fetch: typeof globalThis.fetch
  between?: ((operation: string, send: () => Promise<Response>) => Promise<Response>) | undefined
}

export function connect(sandbox: Sandbox): Connection {
  const connection: Connection = {
    sandbox,
    async fetch(input, init) {
      const request = new Request(input, init)
      const [, operation] = (request.headers.get('x-amz-target') ?? '').split('.')
      const name = operation ?? new URL(request.url).pathname.slice(1)
      const send = () => sandbox.fetch(request)
      return connection.between?.(name, send) ?? send()
    },
  }
  return connection
}

export interface Outage {
  /** The leaf that waited for the request with the fault; `undefined` before that request. */
  readonly leaf: AuthPath | undefined
  end(): void
}

/** Applies a fault to a request, and to later requests of its operation, until `end()`. */
export function startOutage(
  connection: Connection,
  auth: Auth,
  [operation, nth]: Target,
  fault: Fault,
): Outage {
  let count = 0
  let leaf: AuthPath | undefined
  connection.between = async (sent, send) => {
    if (sent !== operation || ++count < nth) return send()
    leaf ??= pathOf(actorOf(auth).getSnapshot())
    if (fault.intercept) return fault.intercept(send)
    await control(connection, '/faults', { operation, times: 1, ...fault.answers })
    return send()
  }
  return {
    get leaf() {
      return leaf
    },
    end: () => {
      connection.between = undefined
    },
  }
}
