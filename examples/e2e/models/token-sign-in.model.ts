import type { Locator, Page } from '@playwright/test'

/** The form for the token of another provider. */
export class TokenSignInModel {
  readonly summary: Locator
  readonly provider: Locator
  readonly issuer: Locator
  readonly identityId: Locator
  readonly token: Locator
  readonly name: Locator
  readonly signIn: Locator
  readonly alert: Locator

  constructor(page: Page) {
    this.summary = page.getByText('Sign in with a provider’s token', { exact: true })
    const region = page.locator('details').filter({ has: this.summary })
    this.provider = region.getByLabel('Provider')
    this.issuer = region.getByLabel('Issuer', { exact: true })
    this.identityId = region.getByLabel('Identity id', { exact: true })
    this.token = region.getByLabel('Token', { exact: true })
    this.name = region.getByLabel('Your name (optional)', { exact: true })
    this.signIn = region.getByRole('button', { name: 'Sign in with the token', exact: true })
    this.alert = region.getByRole('alert')
  }

  async submit(token: string, name = ''): Promise<void> {
    await this.token.fill(token)
    await this.name.fill(name)
    await this.signIn.click()
  }
}
