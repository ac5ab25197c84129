import type { Locator, Page } from '@playwright/test'
import type { Person } from '../support/person.ts'

export class SignInModel {
  readonly email: Locator
  readonly password: Locator
  readonly signIn: Locator
  readonly createAccount: Locator
  readonly forgotPassword: Locator

  constructor(page: Page) {
    this.email = page.getByLabel('Email', { exact: true })
    this.password = page.getByLabel('Password', { exact: true })
    this.signIn = page.getByRole('button', { name: 'Sign in', exact: true })
    this.createAccount = page.getByRole('button', { name: 'Create an account', exact: true })
    this.forgotPassword = page.getByRole('button', { name: 'Forgot your password?', exact: true })
  }

  async submit({ email, password }: Person): Promise<void> {
    await this.email.fill(email)
    await this.password.fill(password)
    await this.signIn.click()
  }
}
