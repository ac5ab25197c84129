import type { Locator, Page } from '@playwright/test'

export class SignedInModel {
  readonly signOut: Locator
  readonly signOutEverywhere: Locator

  constructor(page: Page) {
    this.signOut = page.getByRole('button', { name: 'Sign out', exact: true })
    this.signOutEverywhere = page.getByRole('button', { name: 'Sign out everywhere', exact: true })
  }
}
