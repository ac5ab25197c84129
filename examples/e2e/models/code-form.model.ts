import type { Locator, Page } from '@playwright/test'

/** A form for a code, with the elements that may be beside it. */
export class CodeFormModel {
  readonly code: Locator
  readonly confirm: Locator
  readonly resend: Locator

  constructor(page: Page, label: string) {
    this.code = page.getByLabel(label, { exact: true })
    this.confirm = page.getByRole('button', { name: 'Confirm', exact: true })
    this.resend = page.getByRole('button', { name: 'Send a new code', exact: true })
  }

  async submit(code: string): Promise<void> {
    await this.code.fill(code)
    await this.confirm.click()
  }
}
