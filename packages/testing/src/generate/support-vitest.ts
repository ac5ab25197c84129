/** What Vitest specs share: written once, as it is. */
export const vitestSupport = `import { expect, onTestFinished, vi } from 'vitest'
import type { Exchange } from './cognito-answers.js'
import { begins, unprompted } from './cognito-answers.js'

/** What shows of a request how many follow it. */
interface Sent {
  readonly AuthParameters?: object
}

/** Answers what the app asks Cognito, at the time for which the tokens were made. */
export function scriptCognito() {
  let coming: readonly Exchange[] = []
  const paused = new Set<() => void>()
  let last: Exchange | undefined
  let isRefreshed = false

  function next(operation: string, { AuthParameters }: Sent): Exchange | undefined {
    // SRP alone takes a second request: any other sign-in gets the last response at once.
    const isOneRequest = operation === 'InitiateAuth' && !('SRP_A' in { ...AuthParameters })
    if (isOneRequest) coming = coming.slice(-1)
    const index = coming.findIndex((exchange) => exchange.operation === operation || isOneRequest)
    const exchange = coming[index]
    if (exchange) coming = coming.slice(index + 1)
    return exchange
  }

  /** If a token is rejected, the app refreshes it of its own accord and sends the request again. */
  function otherwise(operation: string): Exchange {
    const isRepeated = isRefreshed && operation === last?.operation
    isRefreshed = operation === 'GetTokensFromRefreshToken'
    return (isRepeated && last) || unprompted(operation)
  }

  async function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const operation = request.headers.get('x-amz-target')?.split('.')[1] ?? ''
    const exchange = next(operation, await request.clone().json())
    // The last one waits, so that the screen can be looked at while the app does.
    if (exchange && coming.length === 0) {
      await new Promise<void>((go, giveUp) => {
        paused.add(go)
        init?.signal?.addEventListener('abort', () => {
          paused.delete(go)
          giveUp(init.signal?.reason)
        })
      })
    }
    const answer = exchange ?? otherwise(operation)
    const { isLost, status = 200, headers = {}, body = {} } = answer
    if (isLost) throw new TypeError('The connection was lost')
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return new Response(text, { status, headers })
  }

  vi.useFakeTimers({ now: new Date(begins), shouldAdvanceTime: true })
  vi.stubGlobal('fetch', fetch)
  onTestFinished(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    localStorage.clear()
    sessionStorage.clear()
  })

  /** Waits until the app has sent the request whose response is paused. */
  const requested = () =>
    expect.poll(() => paused.size, { message: 'the app requests Cognito' }).toBeGreaterThan(0)

  return {
    /** The next responses of Cognito; the last one is paused until \`answer()\`. */
    prepare(exchanges: readonly Exchange[]) {
      coming = exchanges
      last = exchanges.at(-1)
      isRefreshed = false
    },
    requested,
    async answer() {
      await requested()
      for (const go of paused) go()
      paused.clear()
    },
  }
}

/** Fills the browser before the app is opened. */
export function keep(stored: object) {
  for (const [storage, items] of Object.entries(stored)) {
    const into = storage === 'localStorage' ? localStorage : sessionStorage
    for (const [key, value] of Object.entries(items)) into.setItem(key, String(value))
  }
}

/** Everything that shows a failure. */
export const alerts = () =>
  [...document.querySelectorAll('[role="alert"]')].filter((element) => element.textContent?.trim())
`
