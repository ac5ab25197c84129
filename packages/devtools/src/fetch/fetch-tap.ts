import type { AuthTransport } from '@authchart/machine'
import type { Exchange, Outcome } from '@authchart/machine/testing'
import type { KnownSecrets } from '../redaction/known-secrets.ts'
import type { Redactor } from '../redaction/redactor.ts'
import type { Recorder } from '../trace/trace-event.ts'
import { operationOf, readAnswer, readRequest } from './cognito-wire.ts'
import { bodyOf, reasonOf, signalOf, withLastingHeaders } from './fetch-arguments.ts'

type WithoutOperation<T> = T extends unknown
  ? Omit<T, 'operation' | 'isOptional' | 'isUsual'>
  : never

/** How a request ends: an answer, a lost connection (`drop`), or silence (`never`). */
export type Ending = WithoutOperation<Exchange>

/** A request that has no answer yet. */
export interface PendingRequest {
  /** As in the trace. */
  readonly request: number
  readonly operation: string
  /** It waits here, and has not been sent. */
  readonly isHeld: boolean
}

/** Stands between an app and Cognito. `'*'` is any operation. */
export interface FetchTap {
  /** Without an answer so far, oldest first. */
  readonly pending: readonly PendingRequest[]
  /** Ends the next request of an operation, which is not sent. The function it gives takes that back. */
  answerNext(operation: string, ending: Ending): () => void
  /**
   * Answers all requests of an operation in the place of the service, after holds and delays, until the
   * function it gives is called.
   */
  answerEach(operation: string, ending: (request: number) => Ending): () => void
  /** Ends a pending request, held or sent. `false` where there is none of that number. */
  answer(request: number, ending: Ending): boolean
  /**
   * Ends a pending request with an outcome of the catalogue, and those that its actor makes next.
   * `false` where the outcome has nothing for this operation.
   */
  answerWith(request: number, outcome: Outcome): Promise<boolean>
  /** Keeps requests of an operation from being sent, until the function it gives is called. */
  hold(operation?: string): () => void
  /** Sends a request that is held. */
  release(request: number): boolean
  /** Sends each request this much later, in ms; 0 ends that. */
  delay(ms: number, operation?: string): void
  /** Gives the app its own `fetch` back; what is held is sent. */
  uninstall(): void
}

export interface FetchTapOptions {
  readonly record: Recorder
  readonly redactor: Redactor
  readonly secrets: KnownSecrets
  /** Ms, for latencies. */
  readonly now: () => number
  /** Of hosted UIs with a domain of their own, e.g. `https://login.example.com`. */
  readonly origins?: readonly string[] | undefined
  /** Whose `fetch` is replaced: the page's, unless the app has one of its own. */
  readonly transport?: AuthTransport | undefined
}

interface Open {
  readonly request: number
  readonly operation: string
  readonly asks: string | null
  isHeld: boolean
  isInjected: boolean
  /** Answered by {@link FetchTap.answerEach}. */
  isStoodIn: boolean
  readonly ended: Promise<Ending>
  readonly end: (ending: Ending) => void
  readonly released: Promise<void>
  readonly release: () => void
}

/** The ending of a request that has not been made. */
interface Queued {
  readonly operation: string
  readonly ending: Ending
  /** Of the request it comes after: where that is made again, the first try was given up. */
  readonly after?: string
}

/** Taps that are over, with what stands under them: others may stand over them for longer. */
const over = new WeakMap<typeof globalThis.fetch, typeof globalThis.fetch>()

/** Replaces the `fetch` that an app asks by. What does not go to Cognito is passed on as it is. */
export function tapFetch({
  record,
  redactor,
  secrets,
  now,
  origins = [],
  transport = globalThis,
}: FetchTapOptions): FetchTap {
  const original = transport.fetch
  const open = new Map<number, Open>()
  const holds: { readonly operation: string }[] = []
  const delays = new Map<string, number>()
  const standIns = new Map<string, (request: number) => Ending>()
  let queue: Queued[] = []
  let isInstalled = true
  let serial = 0

  const concerns = (pattern: string, operation: string) => pattern === '*' || pattern === operation

  async function through(
    operation: string,
    input: RequestInfo | URL,
    init: RequestInit | undefined,
  ): Promise<Response> {
    const body = await bodyOf(input, init)
    const asked = readRequest(operation, body, secrets)
    serial += 1
    const mine = openRequest(serial, operation, asked.asks)
    mine.isHeld = holds.some((hold) => concerns(hold.operation, operation))
    const startedAt = now()
    open.set(mine.request, mine)
    record('cognito', { type: 'request', request: mine.request, ...asked })
    queue = queue.filter(({ after }) => after !== operation)
    const queued = queue.find((next) => concerns(next.operation, operation))
    if (queued) {
      queue = queue.filter((next) => next !== queued)
      mine.end(queued.ending)
    }
    const told = { type: 'answer', request: mine.request, operation } as const
    try {
      const response = await answered(mine, input, init)
      const text = await response.clone().text()
      const latencyMs = Math.round(now() - startedAt)
      const answer = readAnswer(response, text, secrets)
      const isInjected = mine.isInjected || mine.isStoodIn
      record('cognito', { ...told, ...answer, latencyMs, isInjected })
      return response
    } catch (error) {
      record('cognito', {
        ...told,
        status: null,
        errorType: redactor.text(error instanceof Error ? error.name : 'unknown'),
        challengeName: null,
        requestId: null,
        latencyMs: Math.round(now() - startedAt),
        bytes: 0,
        isInjected: mine.isInjected || mine.isStoodIn,
      })
      throw error
    } finally {
      open.delete(mine.request)
    }
  }

  /** By the service or by us, whichever is first. */
  async function answered(mine: Open, input: RequestInfo | URL, init: RequestInit | undefined) {
    const given = signalOf(input, init)
    const service = new AbortController()
    const { signal } = service
    const injected = mine.ended.then((ending) => {
      // Too late for what is under way to do anything.
      service.abort()
      return responseTo(ending)
    })
    const aborted = new Promise<never>((_, reject) => {
      // React Native has no `AbortSignal.any`.
      const give = () => {
        const reason = reasonOf(given)
        service.abort(reason)
        reject(reason)
      }
      if (given?.aborted) give()
      given?.addEventListener('abort', give, { once: true })
    })
    const sent = sendable(mine).then(() => {
      const ending = standIns.get(mine.operation) ?? standIns.get('*')
      if (!ending) return original(input, { ...init, signal })
      mine.isStoodIn = true
      return responseTo(ending(mine.request))
    })
    // Once one has won, nobody looks at how the others fail.
    sent.catch(() => undefined)
    injected.catch(() => undefined)
    aborted.catch(() => undefined)
    const settled = sent.catch((error: unknown) => {
      if (mine.isInjected) return injected
      throw error
    })
    return Promise.race([injected, settled, aborted])

    async function sendable({ operation }: Open) {
      if (mine.isHeld) await mine.released
      const ms = delays.get(operation) ?? delays.get('*') ?? 0
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
      // Has been answered or given up meanwhile: never sent.
      if (given?.aborted) throw reasonOf(given)
      if (mine.isInjected) throw new Error('Answered already')
    }
  }

  const tapped: typeof globalThis.fetch = (input, init) => {
    if (!isInstalled) return original(input, init)
    try {
      const request = input instanceof Request ? input : undefined
      const kept = withLastingHeaders(init)
      const headers = new Headers(kept?.headers ?? request?.headers)
      const operation = operationOf(request?.url ?? String(input), headers, origins)
      return operation ? through(operation, input, kept) : original(input, kept)
    } catch (error) {
      // Of what cannot be sent: `fetch` rejects, and never throws.
      return Promise.reject(error)
    }
  }
  transport.fetch = tapped

  function answer(request: number, ending: Ending): boolean {
    const mine = open.get(request)
    mine?.end(ending)
    return mine !== undefined
  }

  function answerNext(operation: string, ending: Ending): () => void {
    const next = { operation, ending }
    queue.push(next)
    return () => {
      queue = queue.filter((other) => other !== next)
    }
  }

  function release(request: number): boolean {
    const mine = open.get(request)
    if (!mine?.isHeld) return false
    mine.isHeld = false
    mine.release()
    return true
  }

  return {
    get pending() {
      return [...open.values()].map(({ request, operation, isHeld }) => ({
        request,
        operation,
        isHeld,
      }))
    },
    answerNext,
    answerEach(operation, ending) {
      standIns.set(operation, ending)
      return () => {
        if (standIns.get(operation) === ending) standIns.delete(operation)
      }
    },
    answer,
    async answerWith(request, outcome) {
      const { exchangesOf } = await import('@authchart/machine/testing')
      const { exampleMoment } = await import('../fake-cognito/example-moment.ts')
      const mine = open.get(request)
      if (!mine) return false
      const moment = exampleMoment(request)
      const isSrp = mine.asks !== 'USER_PASSWORD_AUTH'
      const exchanges = exchangesOf(outcome, moment, { isSrp })
      const at = exchanges.findIndex(({ operation }) => operation === mine.operation)
      const now = exchanges[at]
      if (!now) return false
      for (const next of exchanges.slice(at + 1)) {
        // A refresh on the way is Cognito's own: tokens of an example would not fit this user.
        if (next.isUsual) continue
        const isOther = next.operation !== mine.operation
        queue.push({
          operation: next.operation,
          ending: next,
          ...(isOther && { after: mine.operation }),
        })
      }
      mine.end(now)
      return true
    },
    hold(operation = '*') {
      const hold = { operation }
      holds.push(hold)
      return () => {
        holds.splice(holds.indexOf(hold) >>> 0, 1)
        for (const mine of open.values()) {
          if (!holds.some((other) => concerns(other.operation, mine.operation))) {
            release(mine.request)
          }
        }
      }
    },
    release,
    delay(ms, operation = '*') {
      if (ms > 0) delays.set(operation, ms)
      else delays.delete(operation)
    },
    uninstall() {
      isInstalled = false
      over.set(tapped, original)
      // Somebody else may have wrapped ours since: then it only passes on.
      for (let under = over.get(transport.fetch); under; under = over.get(under))
        transport.fetch = under
      for (const { request } of open.values()) release(request)
    },
  }
}

function openRequest(request: number, operation: string, asks: string | null): Open {
  let resolve: Open['end'] = () => undefined
  let release = () => {}
  const ended = new Promise<Ending>((resolveEnded) => {
    resolve = resolveEnded
  })
  const released = new Promise<void>((resolveReleased) => {
    release = resolveReleased
  })
  const mine: Open = {
    request,
    operation,
    asks,
    isHeld: false,
    isInjected: false,
    isStoodIn: false,
    ended,
    end(ending) {
      mine.isInjected = true
      resolve(ending)
    },
    released,
    release,
  }
  return mine
}

async function responseTo(ending: Ending): Promise<Response> {
  switch (ending.kind) {
    case 'drop':
      throw new TypeError('The connection was lost')
    case 'never':
      return new Promise(() => undefined)
    case 'answer': {
      const { status, headers, body } = ending
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers,
      })
    }
  }
}
