import type { AuthTransport } from '@authchart/machine'
import { operationOf, readRequest } from './cognito-wire.ts'
import { bodyOf, signalOf, withLastingHeaders } from './fetch-arguments.ts'
import { createInterceptor, type RequestControl } from './interceptor.ts'
import { type ExchangeRecording, recordRequest } from './record-exchange.ts'

/** Records and controls the requests between an app and Cognito. */
export interface FetchTap extends RequestControl {
  /** Restores the `fetch` of the app; paused requests are sent. */
  uninstall(): void
}

export interface FetchTapOptions extends ExchangeRecording {
  /** Origins of hosted UIs with a custom domain, e.g. `https://login.example.com`. */
  readonly origins?: readonly string[] | undefined
  /** The object whose `fetch` is replaced. Default: `globalThis`. */
  readonly transport?: AuthTransport | undefined
}

type Fetch = typeof globalThis.fetch

/** Uninstalled taps with the `fetch` below each: another wrapper may still call them. */
const uninstalled = new WeakMap<Fetch, Fetch>()

/** Replaces the `fetch` of an app. Requests that do not go to Cognito pass unchanged. */
export function tapFetch({
  origins = [],
  transport = globalThis,
  ...recording
}: FetchTapOptions): FetchTap {
  const original = transport.fetch
  const { control, open, respond, close } = createInterceptor()
  let isInstalled = true

  async function exchange(
    operation: string,
    input: RequestInfo | URL,
    init: RequestInit | undefined,
  ): Promise<Response> {
    const body = await bodyOf(input, init)
    const details = readRequest(operation, body, recording.secrets)
    const request = open(operation, details.variant)
    const recorded = recordRequest(request, details, recording)
    const send = (signal: AbortSignal) => original(input, { ...init, signal })
    try {
      const response = await respond(request, send, signalOf(input, init))
      await recorded.response(response)
      return response
    } catch (error) {
      recorded.failure(error)
      throw error
    } finally {
      close(request)
    }
  }

  const tapped: Fetch = (input, init) => {
    if (!isInstalled) return original(input, init)
    try {
      const request = input instanceof Request ? input : undefined
      const lasting = withLastingHeaders(init)
      const headers = new Headers(lasting?.headers ?? request?.headers)
      const operation = operationOf(request?.url ?? String(input), headers, origins)
      return operation ? exchange(operation, input, lasting) : original(input, lasting)
    } catch (error) {
      // For arguments that cannot be sent, `fetch` rejects and never throws.
      return Promise.reject(error)
    }
  }
  transport.fetch = tapped

  return {
    ...control,
    get pending() {
      return control.pending
    },
    uninstall() {
      isInstalled = false
      uninstalled.set(tapped, original)
      // A wrapper that was installed later keeps calling ours, which then only passes requests on.
      for (let below = uninstalled.get(transport.fetch); below; below = uninstalled.get(below)) {
        transport.fetch = below
      }
      for (const { request } of control.pending) control.release(request)
    },
  }
}
