import type { Page } from '@playwright/test'
import { announce, heard, listen, replaceSession, sessionItems } from './in-page.ts'

/** A page looks twice at a storage in which it finds nothing all of a sudden. In ms. */
export const lookingTwiceMs = 130

/** What an empty page of the app's own origin is served at. */
export const blankPath = '/authchart-other-tab'

/** Another tab of the app, without the app: it does to the storage what the app would do there. */
export class OtherTab {
  readonly #app: Page
  readonly #clientId: string
  readonly #blank: string
  #page: Page | undefined
  /** The number of announcements, to distinguish them from the app's own. */
  #said = 0

  constructor(app: Page, clientId: string, blank: string) {
    this.#app = app
    this.#clientId = clientId
    this.#blank = blank
  }

  /** Signs a user in, or has refreshed: stores a session and announces it. */
  async store(session: Readonly<Record<string, string>>, afterMs = 0): Promise<void> {
    await this.#change(session, {}, afterMs)
  }

  /** Signs out, for a reason if there is one. */
  async clear(reason?: { readonly code: string; readonly message: string }): Promise<void> {
    await this.#change({}, { reason }, lookingTwiceMs)
  }

  async close(): Promise<void> {
    await this.#page?.close()
  }

  /** Resolves once the app has heard of it, and had the time (ms) to look. */
  async #change(
    session: Readonly<Record<string, string>>,
    change: { readonly reason?: object | undefined },
    afterMs: number,
  ): Promise<void> {
    const tab = await this.#opened()
    this.#said += 1
    const saying = { name: `authchart.${this.#clientId}`, said: this.#said }
    await this.#app.evaluate(listen, saying)
    await tab.evaluate(sessionItems, await this.#app.evaluate(sessionItems, undefined))
    // As the app does it: at once, and why it happens before it does.
    const announcing = (said: number) =>
      `(${announce})(${JSON.stringify({ ...saying, said, change })})`
    const replacing = `(${replaceSession})(${JSON.stringify(session)})`
    const before = change.reason ? announcing(0) : ''
    await tab.evaluate(`${before}; ${replacing}; ${announcing(saying.said)}`)
    await this.#app.evaluate(heard, afterMs)
  }

  async #opened(): Promise<Page> {
    if (!this.#page) {
      this.#page = await this.#app.context().newPage()
      await this.#page.goto(this.#blank)
      // Behind another tab nothing is painted, so nothing there can be clicked.
      await this.#app.bringToFront()
    }
    return this.#page
  }
}
