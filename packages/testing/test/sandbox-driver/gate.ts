/** A request, or a call of a port, that waits until the walk says how it ends. */
export interface PausedRequest {
  /** An operation of Cognito's, or a port's. */
  readonly what: string
  /** The operation of a request. */
  readonly body: string
  /** Lets it through. */
  readonly let: () => void
}

/** What stands between the app and the sandbox. */
export interface Gate {
  readonly fetch: typeof globalThis.fetch
  /** Waits as long as `isHeld` says so, and throws the signal's reason when it is given up. */
  pass(what: string, options?: { body?: string; signal?: AbortSignal | undefined }): Promise<void>
  readonly paused: readonly PausedRequest[]
  /** Forgets the paused requests, whose page is gone. */
  dropPaused(): void
  /** Operations of the requests that were sent, in order. */
  readonly sent: readonly string[]
  /** How many requests are in flight behind the gate. */
  readonly inFlight: number
}

/** `isPaused` is called once, when a request comes to the gate. */
export function openGate(
  fetch: typeof globalThis.fetch,
  isPaused: (what: string) => boolean,
): Gate {
  const paused = new Set<PausedRequest>()
  const sent: string[] = []
  let inFlight = 0

  const pass: Gate['pass'] = async (what, { body = '', signal } = {}) => {
    if (!isPaused(what)) return
    let mine: PausedRequest | undefined
    try {
      await new Promise<void>((resolve, reject) => {
        mine = { what, body, let: resolve }
        paused.add(mine)
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    } finally {
      if (mine) paused.delete(mine)
    }
  }

  return {
    pass,
    async fetch(input, init) {
      const request = new Request(input, init)
      const { signal } = request
      const body = await request.clone().text()
      const operation = operationOf(request)
      await pass(operation, { body, signal })
      sent.push(operation)
      inFlight += 1
      try {
        const response = await fetch(request)
        // Answered is what has come whole.
        const text = await response.text()
        const { status, headers } = response
        return new Response(status === 204 ? null : text, { status, headers })
      } finally {
        inFlight -= 1
      }
    },
    get paused() {
      return [...paused]
    },
    dropPaused: () => paused.clear(),
    sent,
    get inFlight() {
      return inFlight
    },
  }
}

/** e.g. `InitiateAuth`, `oauth2/token`. */
function operationOf({ headers, url }: Request): string {
  const [, operation] = (headers.get('x-amz-target') ?? '').split('.')
  return operation ?? new URL(url).pathname.slice(1)
}
