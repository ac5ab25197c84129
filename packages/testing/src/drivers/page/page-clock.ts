import type { Page } from '@playwright/test'

/** The clock of the page, which can be ahead of this machine's. */
export class PageClock {
  readonly #page: Page
  #skippedMs = 0

  constructor(page: Page) {
    this.#page = page
  }

  /** Epoch ms. */
  now(): number {
    return Date.now() + this.#skippedMs
  }

  async skip(ms: number): Promise<void> {
    this.#skippedMs += ms
    await this.#page.clock.fastForward(ms)
  }
}
