/** What Playwright specs share: written once, as it is. */
export const playwrightSupport = `import { expect, type Locator, type Page, type Request } from '@playwright/test'
import type { Exchange } from './cognito-answers.js'
import { begins, unprompted } from './cognito-answers.js'

/** What shows of a request how many follow it. */
interface Sent {
  readonly AuthParameters?: object
}

/** By what requests to Cognito are known: their host depends on the region and on the app. */
const target = /^AWSCognitoIdentity(Provider)?Service\\./

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': 'x-amzn-ErrorType,x-amzn-ErrorMessage',
}

/** Answers what the page asks Cognito, at the time for which the tokens were made. */
export async function scriptCognito(page: Page) {
  let coming: readonly Exchange[] = []
  const paused = new Map<Request, () => void>()
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

  // A request that the app has given up waits for nothing any more.
  page.on('requestfailed', (request) => {
    paused.get(request)?.()
    paused.delete(request)
  })
  await page.clock.install({ time: new Date(begins) })
  await page.route('**/*', async (route) => {
    const request = route.request()
    const sent = request.headers()
    const isPreflight =
      request.method() === 'OPTIONS' &&
      /\\bx-amz-target\\b/i.test(sent['access-control-request-headers'] ?? '')
    if (isPreflight) return route.fulfill({ status: 204, headers: cors })
    const asks = sent['x-amz-target'] ?? ''
    if (!target.test(asks)) return route.fallback()
    const operation = asks.split('.')[1] ?? ''
    const exchange = next(operation, request.postDataJSON() ?? {})
    // The last one waits, so that the screen can be looked at while the app does.
    if (exchange && coming.length === 0) await new Promise<void>((go) => paused.set(request, go))
    const answer = exchange ?? otherwise(operation)
    const { isLost, status = 200, headers = {}, body = {} } = answer
    if (isLost) return route.abort()
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    await route.fulfill({ status, headers: { ...headers, ...cors }, body: text })
  })

  /** Waits until the app has sent the request whose response is paused. */
  const requested = () =>
    expect.poll(() => paused.size, 'the app requests Cognito').toBeGreaterThan(0)

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
      const requests = [...paused.keys()]
      for (const go of paused.values()) go()
      paused.clear()
      // What a test does next happens after the response, not while the app still waits for it.
      await Promise.all(requests.map(async (request) => (await request.response())?.finished()))
    },
  }
}

/** Fills the browser before the page is opened. */
export async function keep(page: Page, stored: object) {
  await page.addInitScript((stored) => {
    for (const [storage, items] of Object.entries(stored)) {
      const into = storage === 'localStorage' ? localStorage : sessionStorage
      for (const [key, value] of Object.entries(items)) into.setItem(key, String(value))
    }
  }, stored)
}

/** What a screen is recognised by: the types of \`defineUi\` allow elements as well, for specs without a browser. */
export const locatorOf = (sign: unknown) => sign as Locator

/** Everything that shows a failure. */
export const alerts = (page: Page) => page.getByRole('alert').filter({ hasText: /\\S/ })
`
