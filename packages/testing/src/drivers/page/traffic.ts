import type { CognitoConfig } from '@authchart/machine/cognito'
import type { BrowserContext, Page, Route, Request as Sent } from '@playwright/test'
import type { TextOccurrence } from '../../contract/page-snapshot.ts'
import type { ScriptedCognito } from '../../scripted-cognito/scripted-cognito.ts'

/** Answers for Cognito, and records what a page sends and logs: requests, its console, its errors. */
export class Traffic {
  /** What was logged since it was last taken. */
  readonly #said: TextOccurrence[] = []
  readonly #errors: string[] = []
  #hasLeft = false
  readonly #origins: ReadonlySet<string>
  #strayed: string | undefined
  readonly #cognito: ScriptedCognito

  constructor(cognito: ScriptedCognito, { endpoint, identityEndpoint, hostedUi }: CognitoConfig) {
    this.#cognito = cognito
    const addresses = [endpoint, identityEndpoint, hostedUi?.origin]
    this.#origins = new Set(
      addresses
        .filter((address) => address !== undefined)
        .map((address) => new URL(address).origin),
    )
  }

  async watch(context: BrowserContext, page: Page): Promise<void> {
    const app = () => new URL(page.url()).origin
    context.on('request', (request) => this.#hear(request, app()))
    page.on('console', (message) => this.#said.push({ place: 'the console', text: message.text() }))
    page.on('pageerror', (error) => this.#errors.push(error.message))
    await context.route(
      ({ origin }) => this.#origins.has(origin),
      (route) => this.#answer(route),
    )
  }

  /** The page has set off for the hosted UI since `stay()`. */
  get hasLeft(): boolean {
    return this.#hasLeft
  }

  stay(): void {
    this.#hasLeft = false
  }

  /** For messages: the page asks another Cognito than the one that is answered for; empty where it does not. */
  get strayed(): string {
    if (this.#strayed === undefined) return ''
    const [answered] = this.#origins
    return `\nThe page asks Cognito at ${this.#strayed}, but the config of these tests is for ${answered}: give them the config of the app.`
  }

  takeSaid(): readonly TextOccurrence[] {
    return this.#said.splice(0)
  }

  takeErrors(): readonly string[] {
    return this.#errors.splice(0)
  }

  #hear(request: Sent, app: string): void {
    const url = request.url()
    const { origin, protocol } = new URL(url)
    const { referer = '', ...headers } = request.headers()
    if ('x-amz-target' in headers && !this.#origins.has(origin)) this.#strayed = origin
    this.#said.push({ place: `the address of a request to ${origin}`, text: `${url} ${referer}` })
    const isKnown = origin === app || this.#origins.has(origin) || !/^(http|ws)/.test(protocol)
    if (!isKnown) {
      this.#said.push({ place: `a request to ${origin}`, text: request.postData() ?? '' })
    }
  }

  async #answer(route: Route): Promise<void> {
    const sent = route.request()
    if (sent.isNavigationRequest()) {
      this.#hasLeft = true
      // A page that stays where it is can be looked at.
      return route.fulfill({ status: 204 })
    }
    try {
      const method = sent.method()
      const body = sent.postData()
      const request = new Request(sent.url(), { method, headers: sent.headers(), body })
      const answer = await this.#cognito.handle(request)
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      })
    } catch {
      // The connection is lost, or the page is closed and cannot receive it.
      await route.abort('connectionreset').catch(() => undefined)
    }
  }
}
