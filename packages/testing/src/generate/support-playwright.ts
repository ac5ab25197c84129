/** What Playwright specs share: written once, as it is. */
export const playwrightSupport = `import { expect, type Locator, type Page, type Request } from '@playwright/test'
import type { Exchange } from './cognito-answers.js'
import { begins, unasked } from './cognito-answers.js'

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
  const held = new Map<Request, () => void>()
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

  // A request that the app has given up waits for nothing any more.
  page.on('requestfailed', (request) => {
    held.get(request)?.()
    held.delete(request)
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
    const isByPassword = request.postDataJSON()?.AuthFlow === 'USER_PASSWORD_AUTH'
    const exchange = next(operation, isByPassword)
    // The last one waits, so that the screen can be looked at while the app does.
    if (exchange && coming.length === 0) await new Promise<void>((go) => held.set(request, go))
    const answer = exchange ?? otherwise(operation)
    const { isLost, status = 200, headers = {}, body = {} } = answer
    if (isLost) return route.abort()
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    await route.fulfill({ status, headers: { ...headers, ...cors }, body: text })
  })

  /** All requests are made that lead to the answer that is held. */
  const asked = () =>
    expect.poll(() => held.size, 'the app asks Cognito').toBeGreaterThan(0)

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
      for (const go of held.values()) go()
      held.clear()
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

/** Whatever tells a failure. */
export const alerts = (page: Page) => page.getByRole('alert').filter({ hasText: /\\S/ })
`
