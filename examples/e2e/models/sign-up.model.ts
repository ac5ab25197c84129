import type { Locator, Page } from '@playwright/test'
import type { Person } from '../support/person.ts'

export class SignUpModel {
  readonly email: Locator
  readonly password: Locator
  readonly createAccount: Locator
  readonly haveAccount: Locator

  constructor(page: Page) {
    this.email = page.getByLabel('Email', { exact: true })
    this.password = page.getByLabel('Password', { exact: true })
    this.createAccount = page.getByRole('button', { name: 'Create account', exact: true })
    this.haveAccount = page.getByRole('button', { name: 'I have an account', exact: true })
  }

  async submit({ email, password }: Person): Promise<void> {
    await this.email.fill(email)
    await this.password.fill(password)
    await this.createAccount.click()
  }
}
