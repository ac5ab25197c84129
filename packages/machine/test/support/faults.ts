import type { AuthPath, FailureCode } from '../../src/index.ts'
import { actorOf, pathOf } from '../../src/xstate.ts'
import { control } from './sandbox-auth.ts'
import type { App } from './scenarios/app.ts'
import type { RequestName } from './scenarios/operation-scenarios.ts'

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

export interface Outage {
  /** The leaf that waited for the request with the fault; `undefined` before that request. */
  readonly leaf: AuthPath | undefined
  end(): void
}

/** Applies a fault to a request, and to later requests of its operation, until `end()`. */
export function startOutage(app: App, [operation, nth]: Target, fault: Fault): Outage {
  const { page } = app
  let count = 0
  let leaf: AuthPath | undefined
  page.between = async (sent, send) => {
    if (sent !== operation || ++count < nth) return send()
    leaf ??= pathOf(actorOf(app.auth).getSnapshot())
    if (fault.intercept) return fault.intercept(send)
    await control(page, '/faults', { operation, times: 1, ...fault.answers })
    return send()
  }
  return {
    get leaf() {
      return leaf
    },
    end: () => {
      page.between = undefined
    },
  }
}
