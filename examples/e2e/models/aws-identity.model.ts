import { expect, type Locator, type Page } from '@playwright/test'

/** The panel that shows whose AWS credentials the page gets. */
export class AwsIdentityModel {
  readonly summary: Locator
  readonly region: Locator
  readonly get: Locator
  readonly retry: Locator
  readonly alert: Locator
  readonly identityId: Locator

  constructor(page: Page) {
    this.summary = page.getByText('AWS identity', { exact: true })
    this.region = page.locator('details').filter({ has: this.summary })
    this.get = this.region.getByRole('button', { name: 'Get AWS credentials', exact: true })
    this.retry = this.region.getByRole('button', { name: 'Try again', exact: true })
    this.alert = this.region.getByRole('alert')
    this.identityId = this.region.locator('code')
  }

  /** Opens the panel and asks, and reads the identity id of the answer. */
  async read(kind: 'Guest' | 'User'): Promise<string> {
    if (!(await this.get.isVisible())) await this.summary.click()
    await this.get.click()
    await expect(this.region).toContainText(`Kind${kind}`)
    await expect(this.region).toContainText('Credentials valid until')
    return (await this.identityId.textContent()) ?? ''
  }
}
