import type { AuthPath, FailureCode } from '../../src/index.ts'
import { actorOf, pathOf } from '../../src/xstate.ts'
import type { Asked, Place } from './operation-ways.ts'
import { control } from './sandbox-auth.ts'

/** What happens to a request, and the failure that it has to become. */
export interface Fault {
  readonly code: FailureCode
  /** What the sandbox does in place of an answer … */
  readonly answers?: object
  /** … or what becomes of the request on its way. */
  readonly meets?: (send: () => Promise<Response>) => Promise<Response>
}

/** In seconds. */
export const retryAfter = 120

const lost = () => new TypeError('fetch failed')

export const faults = {
  'latency past the time-out': { code: 'timeout', answers: { latencyMs: 60_000 } },
  'a dropped connection': { code: 'network', answers: { drop: true } },
  'a connection that drops once Cognito has done it': {
    code: 'network',
    meets: async (send) => {
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
    meets: async () =>
      new Response('{}', { status: 429, headers: { 'retry-after': String(retryAfter) } }),
  },
  'an empty body': {
    code: 'emptyAnswer',
    meets: async (send) => {
      const { status } = await send()
      return new Response('', { status })
    },
  },
  offline: {
    code: 'network',
    meets: async () => {
      throw lost()
    },
  },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof faults

/** One request of a flow: an operation, and which of the flow's requests of it (1 is the first). */
export type Target = readonly [operation: Asked, nth: number]

export interface Outage {
  /** The leaf that waited for the request which met it, once there was one. */
  readonly leaf: AuthPath | undefined
  end(): void
}

/** Lets a request, and those of its operation that follow, meet a fault until `end()`. */
export function breakDown(place: Place, [operation, nth]: Target, fault: Fault): Outage {
  const { page } = place
  let count = 0
  let leaf: AuthPath | undefined
  page.between = async (asked, send) => {
    if (asked !== operation || ++count < nth) return send()
    leaf ??= pathOf(actorOf(place.auth).getSnapshot())
    if (fault.meets) return fault.meets(send)
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
