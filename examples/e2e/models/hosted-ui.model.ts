import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from '../support/person.ts'

/** In the footer of each page of the hosted UI, and of no app. */
const footer = 'Local sandbox, no real accounts'

/**
 * The pages of the hosted UI, and the page that plays an external provider. Each locator matches there only: while the app
 * redirects, it has a “Cancel” of its own, and its sign-in form has the same labels.
 */
export class HostedUiModel {
  readonly page: Page
  readonly alert: Locator
  readonly username: Locator
  readonly password: Locator
  readonly signIn: Locator
  readonly ada: Locator
  readonly cancel: Locator
  readonly fail: Locator

  constructor(page: Page) {
    this.page = page
    const ui = page.locator('body').filter({ hasText: footer })
    this.alert = ui.getByRole('alert')
    this.username = ui.getByLabel('E-mail', { exact: true })
    this.password = ui.getByLabel('Password', { exact: true })
    this.signIn = ui.getByRole('button', { name: 'Sign in', exact: true })
    this.ada = ui.getByRole('button', { name: 'Ada Example ada@example.com', exact: true })
    this.cancel = ui.getByRole('button', { name: 'Cancel', exact: true })
    this.fail = ui.getByRole('button', { name: 'Fail', exact: true })
  }

  /** Waits for the login page, which shows that no user is signed in there. */
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
