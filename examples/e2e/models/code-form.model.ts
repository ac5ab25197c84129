import type { Locator, Page } from '@playwright/test'
import { text } from './texts.ts'

/** A form for a code, with the elements that may be beside it. */
export class CodeFormModel {
  readonly code: Locator
  readonly confirm: Locator
  readonly resend: Locator

  /** @param submit the text of its button */
  constructor(page: Page, submit: string) {
    this.code = page.getByLabel(text('field.code'), { exact: true })
    this.confirm = page.getByRole('button', { name: submit, exact: true })
    // While it cools down, it says how long.
    this.resend = page.getByRole('button', { name: text('action.resend') })
  }

  async submit(code: string): Promise<void> {
    await this.code.fill(code)
    await this.confirm.click()
  }
}
