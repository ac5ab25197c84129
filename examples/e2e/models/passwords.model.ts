import type { Locator, Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'

/** A password that is chosen, with the rules that it follows so far. */
export class NewPasswordFieldModel {
  readonly input: Locator
  readonly rules: Locator
  readonly passed: Locator

  constructor(scope: Page | Locator) {
    this.input = scope.getByLabel('New password', { exact: true })
    this.rules = scope.getByRole('listitem').filter({ hasText: /^(Done|Not yet): / })
    this.passed = this.rules.filter({ hasText: /^Done: / })
  }
}

export class NewPasswordModel extends NewPasswordFieldModel {
  readonly givenName: Locator
  readonly continue: Locator

  constructor(page: Page) {
    super(page)
    this.givenName = page.getByLabel('Given name', { exact: true })
    this.continue = page.getByRole('button', { name: 'Continue', exact: true })
  }
}

export class ForgotPasswordModel {
  readonly email: Locator
  readonly send: Locator

  constructor(page: Page) {
    this.email = page.getByLabel('Email', { exact: true })
    this.send = page.getByRole('button', { name: 'Send the code', exact: true })
  }

  async submit(email: string): Promise<void> {
    await this.email.fill(email)
    await this.send.click()
  }
}

export class ResetPasswordModel extends CodeFormModel {
  readonly password: NewPasswordFieldModel
  readonly setPassword: Locator

  constructor(page: Page) {
    super(page, 'Confirmation code')
    this.password = new NewPasswordFieldModel(page)
    this.setPassword = page.getByRole('button', { name: 'Set the new password', exact: true })
  }

  async submitBoth(code: string, password: string): Promise<void> {
    await this.code.fill(code)
    await this.password.input.fill(password)
    await this.setPassword.click()
  }
}
