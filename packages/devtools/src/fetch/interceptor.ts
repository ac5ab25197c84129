import type { Outcome } from '@authchart/testing'
import { type Ending, responseTo } from './ending.ts'
import { reasonOf } from './fetch-arguments.ts'
import { OpenRequest, type PendingRequest } from './open-request.ts'

/** Decides how requests to Cognito end. The operation `'*'` matches any. */
export interface RequestControl {
  /** Requests without a response, oldest first. */
  readonly pending: readonly PendingRequest[]
  /** Ends the next request of an operation without sending it. The returned function cancels that. */
  answerNext(operation: string, ending: Ending): () => void
  /**
   * Answers all requests of an operation in place of the service, after pauses and delays, until the
   * returned function is called.
   */
  answerEach(operation: string, ending: (request: number) => Ending): () => void
  /** Ends a pending request, paused or sent. `false` if no pending request has that number. */
  answer(request: number, ending: Ending): boolean
  /**
   * Ends a pending request with an outcome of the catalogue, and the requests that its actor makes next.
   * `false` if the outcome has no response for this operation.
   */
  answerWith(request: number, outcome: Outcome): Promise<boolean>
  /** Keeps requests of an operation from being sent until the returned function is called. */
  pause(operation?: string): () => void
  /** Sends a paused request. `false` if that request is not paused. */
  release(request: number): boolean
  /** Sends each request this much later, in ms; 0 ends that. */
  delay(ms: number, operation?: string): void
}

export interface Interceptor {
  readonly control: RequestControl
  open(operation: string, variant: string | null): OpenRequest
  /**
   * The response of the service or of the inspector, whichever comes first. `signal`: of the app.
   *
   * @throws what `send` throws, the reason of `signal`, or the error of the chosen ending.
   */
  respond(
    request: OpenRequest,
    send: (signal: AbortSignal) => Promise<Response>,
    signal: AbortSignal | undefined,
  ): Promise<Response>
  close(request: OpenRequest): void
}

/** The ending of a request that was not made yet. */
interface QueuedEnding {
  readonly operation: string
  readonly ending: Ending
  /** The operation it follows: if that is requested again, the app has given up the first attempt. */
  readonly after?: string
}

const matches = (pattern: string, operation: string) => pattern === '*' || pattern === operation

export function createInterceptor(): Interceptor {
  const open = new Map<number, OpenRequest>()
  const pauses = new Set<{ readonly operation: string }>()
  const delays = new Map<string, number>()
  const fakes = new Map<string, (request: number) => Ending>()
  let queue: QueuedEnding[] = []
  let lastNumber = 0

  const isPaused = (operation: string) =>
    [...pauses].some((pause) => matches(pause.operation, operation))

  /** Ends a request if its ending was chosen before it was made. */
  function endFromQueue(request: OpenRequest) {
    queue = queue.filter(({ after }) => after !== request.operation)
    const next = queue.find(({ operation }) => matches(operation, request.operation))
    if (!next) return
    queue = queue.filter((other) => other !== next)
    request.end(next.ending)
  }

  /** Waits until a request may be sent. */
  async function waitToSend(request: OpenRequest, signal: AbortSignal | undefined) {
    if (request.isPaused) await request.released
    const ms = delays.get(request.operation) ?? delays.get('*') ?? 0
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
    if (signal?.aborted) throw reasonOf(signal)
    if (request.isAnswered) throw new Error('Answered already')
  }

  function decide(request: OpenRequest): 'send' | Ending {
    const fake = fakes.get(request.operation) ?? fakes.get('*')
    if (!fake) return 'send'
    request.fake()
    return fake(request.request)
  }

  return {
    open(operation, variant) {
      lastNumber += 1
      const request = new OpenRequest(lastNumber, operation, variant, isPaused(operation))
      open.set(lastNumber, request)
      return request
    },
    respond(request, send, signal) {
      endFromQueue(request)
      const service = new AbortController()
      const injected = request.ended.then((ending) => {
        // The response of the service can have no effect any more.
        service.abort()
        return responseTo(ending)
      })
      const aborted = new Promise<never>((_, reject) => {
        // React Native has no `AbortSignal.any`.
        const abort = () => {
          const reason = reasonOf(signal)
          service.abort(reason)
          reject(reason)
        }
        if (signal?.aborted) abort()
        signal?.addEventListener('abort', abort, { once: true })
      })
      const sent = waitToSend(request, signal)
        .then(() => {
          const decision = decide(request)
          return decision === 'send' ? send(service.signal) : responseTo(decision)
        })
        .catch((error: unknown) => {
          if (request.isAnswered) return injected
          throw error
        })
      // Only the first of them counts: the others may reject unnoticed.
      for (const one of [injected, aborted, sent]) one.catch(() => undefined)
      return Promise.race([injected, sent, aborted])
    },
    close: ({ request }) => void open.delete(request),
    control: {
      get pending() {
        return [...open.values()].map(({ request, operation, isPaused }) => ({
          request,
          operation,
          isPaused,
        }))
      },
      answerNext(operation, ending) {
        const next = { operation, ending }
        queue.push(next)
        return () => {
          queue = queue.filter((other) => other !== next)
        }
      },
      answerEach(operation, ending) {
        fakes.set(operation, ending)
        return () => {
          if (fakes.get(operation) === ending) fakes.delete(operation)
        }
      },
      answer(number, ending) {
        const request = open.get(number)
        request?.end(ending)
        return request !== undefined
      },
      async answerWith(number, outcome) {
        const { exchangesOf } = await import('@authchart/testing')
        const { exampleMoment } = await import('../fake-cognito/example-moment.ts')
        const request = open.get(number)
        if (!request) return false
        const { operation } = request
        const isSrp = request.variant !== 'USER_PASSWORD_AUTH'
        const exchanges = exchangesOf(outcome, exampleMoment(number), { isSrp })
        const index = exchanges.findIndex((exchange) => exchange.operation === operation)
        const ending = exchanges[index]
        if (!ending) return false
        for (const next of exchanges.slice(index + 1)) {
          // Cognito answers a refresh in between: example tokens would not fit this user.
          if (next.isUsual) continue
          const isOther = next.operation !== operation
          queue.push({
            operation: next.operation,
            ending: next,
            ...(isOther && { after: operation }),
          })
        }
        request.end(ending)
        return true
      },
      pause(operation = '*') {
        const pause = { operation }
        pauses.add(pause)
        return () => {
          pauses.delete(pause)
          for (const request of open.values()) {
            if (!isPaused(request.operation)) request.release()
          }
        }
      },
      release: (number) => open.get(number)?.release() ?? false,
      delay(ms, operation = '*') {
        if (ms > 0) delays.set(operation, ms)
        else delays.delete(operation)
      },
    },
  }
}
