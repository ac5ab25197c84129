import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from '../support/person.ts'

/** The hosted UI's own pages, and the one that plays an external provider. */
export class HostedUiModel {
  readonly page: Page
  readonly username: Locator
  readonly password: Locator
  readonly signIn: Locator
  readonly ada: Locator
  readonly cancel: Locator
  readonly fail: Locator

  constructor(page: Page) {
    this.page = page
    this.username = page.getByLabel('E-mail', { exact: true })
    this.password = page.getByLabel('Password', { exact: true })
    this.signIn = page.getByRole('button', { name: 'Sign in', exact: true })
    this.ada = page.getByRole('button', { name: 'Ada Example' })
    this.cancel = page.getByRole('button', { name: 'Cancel', exact: true })
    this.fail = page.getByRole('button', { name: 'Fail', exact: true })
  }

  /** Waits for the page that asks for a password, nobody being signed in there. */
  async expectLogin(): Promise<void> {
    await expect(this.page).toHaveURL(/\/login\?/)
    await expect(this.password).toBeVisible()
  }

  async submit({ email, password }: Person): Promise<void> {
    await this.username.fill(email)
    await this.password.fill(password)
    await this.signIn.click()
  }
}
