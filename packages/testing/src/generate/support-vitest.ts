/** What Vitest specs share: written once, as it is. */
export const vitestSupport = `import { expect, onTestFinished, vi } from 'vitest'
import type { Exchange } from './cognito-answers.js'
import { begins, unasked } from './cognito-answers.js'

/** Answers what the app asks Cognito, at the time for which the tokens were made. */
export function scriptCognito() {
  let coming: readonly Exchange[] = []
  const held = new Set<() => void>()
  let last: Exchange | undefined
  let isRefreshed = false

  function next(operation: string, isByPassword: boolean): Exchange | undefined {
    if (isByPassword) coming = coming.slice(-1)
    const index = coming.findIndex((exchange) => exchange.operation === operation || isByPassword)
    const exchange = coming[index]
    if (exchange) coming = coming.slice(index + 1)
    return exchange
  }

  /** Of its own accord the app refreshes a token that was refused, and asks once more. */
  function otherwise(operation: string): Exchange {
    const isRepeated = isRefreshed && operation === last?.operation
    isRefreshed = operation === 'GetTokensFromRefreshToken'
    return (isRepeated && last) || unasked(operation)
  }

  async function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const operation = request.headers.get('x-amz-target')?.split('.')[1] ?? ''
    const { AuthFlow } = await request.clone().json()
    const exchange = next(operation, AuthFlow === 'USER_PASSWORD_AUTH')
    // The last one waits, so that the screen can be looked at while the app does.
    if (exchange && coming.length === 0) {
      await new Promise<void>((go, giveUp) => {
        held.add(go)
        init?.signal?.addEventListener('abort', () => {
          held.delete(go)
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

  /** All requests are made that lead to the answer that is held. */
  const asked = () =>
    expect.poll(() => held.size, { message: 'the app asks Cognito' }).toBeGreaterThan(0)

  return {
    /** What Cognito is going to answer; the last answer is held until \`answer()\`. */
    prepare(exchanges: readonly Exchange[]) {
      coming = exchanges
      last = exchanges.at(-1)
      isRefreshed = false
    },
    asked,
    async answer() {
      await asked()
      for (const go of held) go()
      held.clear()
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

/** Whatever tells a failure. */
export const alerts = () =>
  [...document.querySelectorAll('[role="alert"]')].filter((element) => element.textContent?.trim())
`
