import type { Locator, Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'

export class ConfirmSignUpModel extends CodeFormModel {
  readonly back: Locator

  constructor(page: Page) {
    super(page, 'Confirmation code')
    this.back = page.getByRole('button', { name: 'Back to sign in', exact: true })
  }
}
