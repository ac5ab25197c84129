import type { Locator, Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'
import { text } from './texts.ts'

export class VerifyContactModel {
  readonly contacts: Locator
  readonly send: Locator
  readonly skip: Locator

  constructor(page: Page) {
    this.contacts = page.getByRole('radio')
    this.send = page.getByRole('button', { name: text('submit.verifyContact'), exact: true })
    this.skip = page.getByRole('button', { name: text('action.skip'), exact: true })
  }
}

export class ConfirmContactModel extends CodeFormModel {
  readonly skip: Locator

  constructor(page: Page) {
    super(page, text('submit.confirmContact'))
    this.skip = page.getByRole('button', { name: text('action.skip'), exact: true })
  }
}
