import { parseConfig } from '@authchart/machine/cognito'
import type { Browser, Page, Route } from '@playwright/test'
import { person } from '../catalogue/person.ts'
import { rejects } from '../scripted-cognito/exchange.ts'
import type { Phrases } from './action-phrases.ts'
import { Attempts, type Effect } from './attempt.ts'
import { FindError } from './find-error.ts'
import { lookWhenStill, waitFor, whileItReacts } from './look.ts'
import { isButton, isInput } from './seen.ts'

/** How the walks configure their Cognito for an app. */
export type AppConfig = Readonly<Record<string, unknown>>

export interface DiscoverOptions {
  readonly browser: Browser
  /** The address of the app. */
  readonly url: string
  readonly phrases: Phrases
  /** What the app is configured with, if that is known. */
  readonly given?: AppConfig | undefined
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
}
const patienceMs = 5_000
const answerMs = 20_000

/**
 * Finds out which Cognito an app asks: it signs in once, is rejected, and reads the address and the client of the request.
 *
 * @throws FindError if the app cannot be gone through.
 */
export async function discoverConfig(options: DiscoverOptions): Promise<AppConfig> {
  const context = await options.browser.newContext()
  try {
    const page = await context.newPage()
    return await whileItReacts(page, new FirstVisit(page, options).config())
  } finally {
    await context.close()
  }
}

/** The request of the first sign-in. */
interface Found {
  readonly url: URL
  readonly client: string
}

class FirstVisit {
  readonly #page: Page
  readonly #options: DiscoverOptions
  readonly #errors: string[] = []
  /** What was sent to something else than Cognito, e.g. `POST http://localhost/login`. */
  readonly #others: string[] = []
  #found: Found | undefined
  #hasLeft = false

  constructor(page: Page, options: DiscoverOptions) {
    this.#page = page
    this.#options = options
  }

  async config(): Promise<AppConfig> {
    const { given, url } = this.#options
    await this.#open()
    await this.#signIn()
    if (!this.#found && this.#hasLeft && given) return given
    if (!this.#found) throw this.#whyNone()
    if (this.#found.url.origin === new URL(url).origin) {
      throw new FindError(
        'otherServer',
        `The app asks Cognito through its own server, ${this.#found.url.href}: only requests to another address are answered here. Run the app with a configuration that asks Cognito directly.`,
      )
    }
    if (given) return this.#checked(given, this.#found)
    return configOf(this.#found)
  }

  async #open(): Promise<void> {
    const { url } = this.#options
    const page = this.#page
    page.on('pageerror', ({ message }) => this.#errors.push(message))
    page.on('crash', () => this.#errors.push('the browser has ended it'))
    await page.context().route(
      () => true,
      (route) => this.#answer(route),
    )
    const response = await page.goto(url, { timeout: answerMs }).catch((error: Error) => {
      const [, why = `no answer within ${answerMs / 1_000} s`] =
        /net::(\w+)/.exec(error.message) ?? []
      throw noAnswer(url, why)
    })
    const status = response?.status() ?? 200
    if (status >= 400) throw noAnswer(url, `status ${status}`)
    const hasUse = async () => (await this.#look()).some((seen) => isInput(seen) || isButton(seen))
    if (await waitFor(page, patienceMs, hasUse)) return
    throw (
      this.#crashed() ??
      new FindError(
        'nothingToUse',
        `${url} has nothing to type into and nothing to press. Give the address of the page that begins with the sign-in screen.`,
      )
    )
  }

  async #look() {
    try {
      return await lookWhenStill(this.#page, patienceMs)
    } catch (error) {
      throw this.#crashed() ?? error
    }
  }

  async #signIn(): Promise<void> {
    const page = this.#page
    const effect = async (): Promise<Effect> => {
      await waitFor(page, patienceMs, () => this.#found !== undefined || this.#hasLeft)
      return this.#found ? 'done' : 'nothing'
    }
    const { username, password } = person
    const attempt = { type: 'signIn.submit' as const, payload: { username, password } }
    const attempts = new Attempts(page, this.#options.phrases)
    try {
      await attempts.find({ ...attempt, rivals: [], wrong: new Set(), effect })
    } catch (error) {
      throw this.#crashed() ?? error
    }
  }

  #crashed(): FindError | undefined {
    const [error] = this.#errors
    return error === undefined
      ? undefined
      : new FindError(
          'crashed',
          `The page ${this.#options.url} fails: ${error}. Mend it first; the console of the browser shows where.`,
        )
  }

  #whyNone(): FindError {
    const { url } = this.#options
    const [other] = this.#others
    if (other !== undefined) {
      return new FindError(
        'otherServer',
        `The sign-in at ${url} was sent as ${other}, which is not Cognito: only Cognito is answered for here. Run the app with a configuration that asks Cognito directly.`,
      )
    }
    if (this.#hasLeft) {
      return new FindError(
        'noSignIn',
        `The sign-in at ${url} leads to the hosted UI: give the configuration of the app with --config FILE.`,
      )
    }
    return (
      this.#crashed() ??
      new FindError(
        'noSignIn',
        `No sign-in was sent from ${url}. Give the address of the page that begins with the sign-in screen; a user name and a password, or a user name alone, have to be enough to send it.`,
      )
    )
  }

  /** @throws FindError if walks with this configuration would leave requests to the real Cognito. */
  #checked(given: AppConfig, { url, client }: Found): AppConfig {
    const { endpoint, userPoolClientId } = parseConfig(given)
    const wanted = endpoint === undefined ? undefined : new URL(endpoint).origin
    if ((wanted === undefined || wanted === url.origin) && userPoolClientId === client) return given
    throw new FindError(
      'otherConfig',
      `The app asks Cognito at ${url.origin} as the client ${client}, but the configuration is for ${wanted} and ${userPoolClientId}: give the configuration of the app that runs there.`,
    )
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const headers = request.headers()
    const target = headers['x-amz-target']
    if (/x-amz-target/i.test(headers['access-control-request-headers'] ?? '')) {
      return route.fulfill({ status: 204, headers: cors })
    }
    if (!target) {
      const isOfPage = request.frame() === this.#page.mainFrame()
      const hasLeft =
        isOfPage && request.isNavigationRequest() && /\/oauth2\/|\/login\?/.test(request.url())
      this.#hasLeft ||= hasLeft
      if (hasLeft) return route.fulfill({ status: 204 })
      const text = request.postData() ?? ''
      const isSignIn = [person.username, encodeURIComponent(person.username)].some((name) =>
        text.includes(name),
      )
      if (isSignIn) this.#others.push(`${request.method()} ${request.url()}`)
      return route.fallback()
    }
    const rejected = rejects(target, 'NotAuthorizedException', 'Incorrect username or password.')
    if (rejected.kind !== 'answer') return
    const { ClientId } = JSON.parse(request.postData() ?? '{}') as { ClientId?: string }
    if (ClientId) this.#found ??= { url: new URL(request.url()), client: ClientId }
    await route.fulfill({
      status: rejected.status,
      headers: { ...rejected.headers, ...cors },
      body: JSON.stringify(rejected.body),
    })
  }
}

const noAnswer = (url: string, why: string) =>
  new FindError(
    'noAnswer',
    `${url} does not answer (${why}). Start the app, and give the address that its server prints.`,
  )

function configOf({ url: { origin, hostname }, client }: Found): AppConfig {
  const [, region = 'us-east-1'] = /^cognito-idp\.([\w-]+)\.amazonaws\.com/.exec(hostname) ?? []
  const isAws = hostname.endsWith('.amazonaws.com')
  return {
    region,
    // No request says it; tokens are read without it.
    userPoolId: `${region}_Unknown00`,
    userPoolClientId: client,
    ...(!isAws && { endpoint: origin }),
  }
}
