import type { Page } from '@playwright/test'
import { type AuthRoute, routeOf } from '../../../view/route.ts'
import type { Ui } from '../../ui/define-ui.ts'
import { type Look, look } from '../../ui/look.ts'

/** How long one waits before one looks again, in ms. */
const blinkMs = 15

/** Looks at a page until it is as it should be. */
export class Screens {
  readonly #page: Page
  readonly #ui: Ui<Page>
  readonly #patienceMs: number

  constructor(page: Page, ui: Ui<Page>, patienceMs: number) {
    this.#page = page
    this.#ui = ui
    this.#patienceMs = patienceMs
  }

  look(): Promise<Look> {
    return this.#page.evaluate(`(${look})(document)`)
  }

  async wrong(route: AuthRoute): Promise<string | undefined> {
    return (await this.#isShown(route)) ? undefined : `this is not the screen “${route}”`
  }

  /** @throws Error with what is wrong, if it still is when the patience is at its end. */
  async until(wrong: () => Promise<string | undefined> | string | undefined): Promise<void> {
    const deadline = performance.now() + this.#patienceMs
    for (;;) {
      const complaint = await wrong()
      if (!complaint) return
      if (performance.now() > deadline) {
        throw new Error(`${complaint} (shown: ${await this.#all()})`)
      }
      await new Promise((resolve) => setTimeout(resolve, blinkMs))
    }
  }

  async #isShown(route: AuthRoute): Promise<boolean> {
    const sign = this.#ui.routes[route](this.#page)
    return sign !== null && 'isVisible' in sign && sign.isVisible()
  }

  async #all(): Promise<string> {
    const shown: AuthRoute[] = []
    for (const route of new Set(Object.values(routeOf))) {
      if (await this.#isShown(route).catch(() => false)) shown.push(route)
    }
    return shown.join(' and ') || 'none of the screens'
  }
}
