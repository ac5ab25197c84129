import type { Locator, Page } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { optional, text } from './texts.ts'

export class SignUpModel {
  readonly email: Locator
  readonly password: Locator
  readonly createAccount: Locator
  readonly haveAccount: Locator

  constructor(page: Page) {
    this.email = page.getByLabel(text('field.email'), { exact: true })
    // Where codes sign users in, it may stay empty.
    this.password = page
      .getByLabel(text('field.password'), { exact: true })
      .or(page.getByLabel(optional('field.password'), { exact: true }))
    this.createAccount = page.getByRole('button', { name: text('submit.signUp'), exact: true })
    this.haveAccount = page.getByRole('button', { name: text('action.goSignIn'), exact: true })
  }

  async submit({ email, password }: Person): Promise<void> {
    await this.email.fill(email)
    await this.password.fill(password)
    await this.createAccount.click()
  }
}
