import type { Locator, Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'

export class VerifyContactModel {
  readonly contacts: Locator
  readonly send: Locator
  readonly skip: Locator

  constructor(page: Page) {
    this.contacts = page.getByRole('radio')
    this.send = page.getByRole('button', { name: 'Send the code', exact: true })
    this.skip = page.getByRole('button', { name: 'Skip for now', exact: true })
  }
}

export class ConfirmContactModel extends CodeFormModel {
  readonly skip: Locator

  constructor(page: Page) {
    super(page, 'Confirmation code')
    this.skip = page.getByRole('button', { name: 'Skip for now', exact: true })
  }
}
