import { expect, type Page } from '@playwright/test'

/** The sandbox's page for people, where the codes arrive. */
export class OutboxModel {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Reads the newest code to an address, as a person would. */
  async readCode(to: string): Promise<string> {
    const message = this.page.getByRole('article').filter({ hasText: to }).first()
    const code = message.getByText(/^\d{6}$/)
    await expect(code).toBeVisible()
    return (await code.textContent()) ?? ''
  }
}
