import type { AuthRoute } from '@authchart/machine'
import type { Expected } from './check-input.ts'
import { runChecks } from './checks.ts'
import type { Sign, Ui } from './define-ui.ts'
import { findLeaks } from './find-leaks.ts'
import type { PageSnapshot } from './page-snapshot.ts'
import type { SecretText } from './secret-texts.ts'
import { wordsOf } from './words-of.ts'
import { wrongButtons } from './wrong-buttons.ts'

/** How long one waits before one looks again, in ms. */
const blinkMs = 15

export interface ScreensOptions<Handle> {
  readonly ui: Ui<Handle>
  readonly handle: Handle
  readonly snapshot: () => Promise<PageSnapshot> | PageSnapshot
  /** Longer than any screen takes to follow, in ms. */
  readonly patienceMs: number
}

/** What a judgement needs beside what the chart says. */
export interface Circumstances {
  readonly secrets: readonly SecretText[]
  readonly requests: ReadonlyMap<string, number>
  /** No screen was there before this one, so nothing could move. */
  readonly isFirst: boolean
}

/** The screens of a UI, looked at until they are as they should be. */
export class Screens<Handle> {
  readonly #options: ScreensOptions<Handle>
  #shown: AuthRoute = 'restoring'
  /** The screen that was left since the page was at rest: the focus may wait for a request to end. */
  #left: AuthRoute | undefined

  constructor(options: ScreensOptions<Handle>) {
    this.#options = options
  }

  /** The screen that was right last. */
  get shown(): AuthRoute {
    return this.#shown
  }

  async wrong(route: AuthRoute): Promise<string | undefined> {
    return (await this.#isShown(route))
      ? undefined
      : `this is not the screen “${route}”\nroutes.${route} of the contract finds nothing that is visible.`
  }

  /** @throws Error with what is wrong, if it still is when the patience is at its end. */
  async until(wrong: () => Promise<string | undefined> | string | undefined): Promise<void> {
    const deadline = performance.now() + this.#options.patienceMs
    for (;;) {
      const complaint = await wrong()
      if (!complaint) return
      if (performance.now() > deadline) {
        const [what, ...mend] = complaint.split('\n')
        throw new Error([`${what} (shown: ${await this.#all()})`, ...mend].join('\n'))
      }
      await new Promise((resolve) => setTimeout(resolve, blinkMs))
    }
  }

  /**
   * Waits until every check passes.
   *
   * @throws Error at once if a secret is visible, even if it disappears a moment later.
   */
  async runChecks(expected: Expected, circumstances: () => Circumstances): Promise<void> {
    const { ui, handle, snapshot } = this.#options
    const { route, after, isPending } = expected
    if (route !== this.#shown) this.#left = this.#shown
    const previous = this.#left ?? route
    const words = wordsOf(ui, after)
    await this.until(async () => {
      const wrong = await this.wrong(route)
      if (wrong) return wrong
      const { secrets, ...rest } = circumstances()
      const input = {
        ...expected,
        ...rest,
        previous,
        words,
        page: await snapshot(),
        wrongButtons: await wrongButtons(ui, handle, route, after),
      }
      const [leak] = findLeaks(input.page.occurrences, secrets, route)
      if (leak) throw new Error(leak)
      return runChecks(input)[0]
    })
    this.#shown = route
    if (!isPending) this.#left = undefined
  }

  async #isShown(route: AuthRoute): Promise<boolean> {
    const { ui, handle } = this.#options
    return isVisible(ui.routes[route](handle))
  }

  async #all(): Promise<string> {
    const shown: AuthRoute[] = []
    for (const route of Object.keys(this.#options.ui.routes) as AuthRoute[]) {
      if (await this.#isShown(route).catch(() => false)) shown.push(route)
    }
    return shown.join(' and ') || 'none of the screens'
  }
}

function isVisible(sign: Sign): Promise<boolean> | boolean {
  if (sign === null) return false
  return 'isVisible' in sign ? sign.isVisible() : sign.closest('[hidden], [inert]') === null
}
