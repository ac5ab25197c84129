import type { Page } from '@playwright/test'
import type { RedirectingConfig } from './stock/redirecting-client.ts'
import type { StockSession } from './stock/stock-client.ts'
import { bundle } from './stock-page.ts'

const scripts = '**/assets/*.js'

/** The pages of the app's origin, in which Amplify runs instead of the app, until it is closed. */
export class RedirectingPage {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  static async open(page: Page, config: RedirectingConfig): Promise<RedirectingPage> {
    const library = await bundle('amplify-hosted-ui')
    const body = `window.redirectingConfig = ${JSON.stringify(config)};\n${library}`
    await page.route(scripts, (route) => route.fulfill({ contentType: 'text/javascript', body }))
    await page.goto('/')
    return new RedirectingPage(page)
  }

  /** The scripts are the app's own again, from the next load on. */
  async close(): Promise<void> {
    await this.#page.unroute(scripts)
  }

  signIn(provider?: 'Google', customState?: string): Promise<void> {
    return this.#page.evaluate(
      ([provider, customState]) => window.redirecting.signIn(provider, customState),
      [provider, customState] as const,
    )
  }

  /** Waits until the library reports `event`, in this page or a later one; returns all events of that page. */
  async events(event: string): Promise<readonly string[]> {
    const reported = await this.#page.waitForFunction((event) => {
      const events = window.redirecting?.events()
      return events?.includes(event) && events
    }, event)
    return (await reported.jsonValue()) || []
  }

  find(): Promise<StockSession> {
    return this.#page.evaluate(() => window.redirecting.find())
  }

  signOut(): Promise<void> {
    return this.#page.evaluate(() => window.redirecting.signOut())
  }
}
