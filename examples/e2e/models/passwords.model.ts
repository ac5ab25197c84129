import type { Locator, Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'
import { text } from './texts.ts'

/** A password that is chosen, with the rules that it follows so far. */
export class NewPasswordFieldModel {
  readonly input: Locator
  readonly rules: Locator
  readonly passed: Locator
  /** The rules that are left, for screen readers. */
  readonly left: Locator

  constructor(scope: Page | Locator) {
    this.input = scope.getByLabel(text('field.newPassword'), { exact: true })
    this.rules = scope.locator('li[data-rule]')
    this.passed = scope.locator('li[data-rule][data-passed="true"]')
    this.left = scope.locator('[id$="-password-left"]')
  }
}

export class NewPasswordModel extends NewPasswordFieldModel {
  readonly givenName: Locator
  readonly continue: Locator

  constructor(page: Page) {
    super(page)
    this.givenName = page.getByLabel(text('attribute.given_name'), { exact: true })
    this.continue = page.getByRole('button', { name: text('submit.newPassword'), exact: true })
  }
}

export class ForgotPasswordModel {
  readonly email: Locator
  readonly send: Locator

  constructor(page: Page) {
    this.email = page.getByLabel(text('field.email'), { exact: true })
    this.send = page.getByRole('button', { name: text('submit.forgotPassword'), exact: true })
  }

  async submit(email: string): Promise<void> {
    await this.email.fill(email)
    await this.send.click()
  }
}

export class ResetPasswordModel extends CodeFormModel {
  readonly password: NewPasswordFieldModel

  constructor(page: Page) {
    super(page, text('submit.resetPassword'))
    this.password = new NewPasswordFieldModel(page)
  }

  async submitBoth(code: string, password: string): Promise<void> {
    await this.code.fill(code)
    await this.password.input.fill(password)
    await this.confirm.click()
  }
}
