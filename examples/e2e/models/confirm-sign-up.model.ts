import type { Locator, Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'
import { text } from './texts.ts'

export class ConfirmSignUpModel extends CodeFormModel {
  readonly back: Locator

  constructor(page: Page) {
    super(page, text('submit.confirmSignUp'))
    this.back = page.getByRole('button', { name: text('action.goSignIn'), exact: true })
  }
}
