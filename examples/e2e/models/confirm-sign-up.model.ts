import type { Locator, Page } from '@playwright/test'

export class ConfirmSignUpModel {
  readonly code: Locator
  readonly confirm: Locator
  readonly resend: Locator
  readonly back: Locator

  constructor(page: Page) {
    this.code = page.getByLabel('Confirmation code', { exact: true })
    this.confirm = page.getByRole('button', { name: 'Confirm', exact: true })
    this.resend = page.getByRole('button', { name: 'Send a new code', exact: true })
    this.back = page.getByRole('button', { name: 'Back to sign in', exact: true })
  }

  async submit(code: string): Promise<void> {
    await this.code.fill(code)
    await this.confirm.click()
  }
}
