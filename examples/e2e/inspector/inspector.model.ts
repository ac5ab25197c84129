import type { Locator, Page } from '@playwright/test'

/** The inspector beside an app. */
export class InspectorModel {
  readonly #page: Page
  readonly launcher: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.#page = page
    this.launcher = page.getByRole('button', { name: /^Open the auth inspector/ })
    this.panel = page.getByRole('region', { name: 'Auth inspector' })
  }

  async open(): Promise<void> {
    await this.launcher.click()
  }

  async show(tab: 'Now' | 'Timeline' | 'Chart' | 'Session' | 'Tests' | 'Catalogue'): Promise<void> {
    await this.panel.getByRole('tab', { name: tab, exact: true }).click()
  }

  /** A section of the view “Now”. */
  section(heading: string): Locator {
    return this.panel.locator('section', {
      has: this.#page.getByRole('heading', { name: heading }),
    })
  }

  /** Everything that it shows, and all that is behind it. */
  text(): Promise<string> {
    return this.#page.evaluate(
      () => document.querySelector('authchart-inspector')?.shadowRoot?.innerHTML ?? '',
    )
  }
}
