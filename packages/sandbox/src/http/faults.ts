import { invalidParameter } from '../errors.ts'
import { isRecord } from '../input/reader.ts'

/**
 * How an operation shall fail, for `POST /faults` of the control address. A request is hit by the first
 * fault of its operation; the next one follows when that is used up. A fault with nothing but `latencyMs`
 * only delays: the operation then runs.
 *
 * @example
 * const throttled: Fault = { operation: 'InitiateAuth', times: 1, type: 'TooManyRequestsException' }
 * // Before it: lets two sign-ins pass, so that it hits the third one.
 * const twoPass: Fault = { operation: 'InitiateAuth', times: 2, latencyMs: 0 }
 */
export interface Fault {
  /**
   * The name of an operation, `oauth2/token` or another endpoint of the hosted UI, or `*` for all.
   */
  readonly operation: string
  /** How many requests it hits. Default: all, until it is cleared. */
  readonly times?: number
  /** Delay before the response, in real ms. */
  readonly latencyMs?: number
  /** Closes the connection without a response. */
  readonly drop?: boolean
  readonly status?: number
  /** An exception: its `__type` and message. At the hosted UI: `error` and `error_description`. */
  readonly type?: string
  readonly message?: string
  /** The raw response body. Anything but a string is sent as JSON. */
  readonly body?: unknown
  /** Response headers, which replace the default ones. AWS WAF sends `x-amzn-waf-action`. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface FaultStore {
  add(fault: Fault): void
  list(): readonly Fault[]
  clear(): void
  /** The first fault that hits this operation. Counts as used. */
  take(operation: string): Fault | undefined
}

export function createFaultStore(): FaultStore {
  let faults: readonly Fault[] = []
  return {
    add(fault) {
      faults = [...faults, fault]
    },
    list: () => faults,
    clear() {
      faults = []
    },
    take(operation) {
      const hit = faults.find((fault) => fault.operation === '*' || fault.operation === operation)
      if (hit?.times === undefined) return hit
      const times = hit.times - 1
      faults = faults.flatMap((fault) => {
        if (fault !== hit) return [fault]
        return times > 0 ? [{ ...fault, times }] : []
      })
      return hit
    },
  }
}

const isName = (value: unknown) =>
  typeof value === 'string' && (value === '*' || /^(oauth2\/)?[A-Za-z]+$/.test(value))
const isText = (value: unknown) => typeof value === 'string'
const isCount = (from: number, to: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to

function isHeaders(value: unknown) {
  if (!isRecord(value)) return false
  const entries = Object.entries(value)
  return entries.every(
    ([name, text]) => /^[\w-]+$/.test(name) && typeof text === 'string' && /^[\t -~]*$/.test(text),
  )
}

const rules: Readonly<Record<keyof Fault, readonly [(value: unknown) => boolean, string]>> = {
  operation: [isName, "an operation's name, or '*'"],
  times: [isCount(1, Number.MAX_SAFE_INTEGER), 'a whole number, 1 or more'],
  latencyMs: [isCount(0, 600_000), 'a whole number of milliseconds, 0 to 600000'],
  drop: [(value) => typeof value === 'boolean', 'true or false'],
  status: [isCount(200, 599), 'an HTTP status, 200 to 599'],
  type: [(value) => typeof value === 'string' && /^\w+$/.test(value), "an exception's name"],
  message: [isText, 'a text'],
  body: [() => true, 'anything'],
  headers: [isHeaders, 'an object of header names and their texts'],
}

const isFault = (value: Record<string, unknown>): value is Record<string, unknown> & Fault =>
  typeof value.operation === 'string'

export function readFault(value: unknown): Fault {
  if (!isRecord(value)) throw invalidParameter('A fault is a JSON object.')
  const known: readonly [string, readonly [(value: unknown) => boolean, string]][] =
    Object.entries(rules)
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(rules, key))
  if (unknown.length > 0) {
    throw invalidParameter(
      `Unknown fault member ${unknown.map((key) => `'${key}'`).join(', ')}. Known: ${Object.keys(rules).join(', ')}.`,
    )
  }
  for (const [key, [fits, wanted]] of known) {
    if (value[key] !== undefined && !fits(value[key])) {
      throw invalidParameter(`'${key}' must be ${wanted}.`)
    }
  }
  if (!isFault(value)) throw invalidParameter("'operation' is missing.")
  if (!['latencyMs', 'drop', 'status', 'type', 'body'].some((key) => value[key] !== undefined)) {
    throw invalidParameter('A fault needs one of latencyMs, drop, status, type, body.')
  }
  return value
}
