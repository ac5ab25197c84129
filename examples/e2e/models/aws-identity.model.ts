import { expect, type Locator } from '@playwright/test'

/** The card that shows whose AWS credentials the page gets. */
export class AwsIdentityModel {
  readonly region: Locator
  readonly get: Locator
  readonly retry: Locator
  readonly alert: Locator
  readonly identityId: Locator

  constructor(region: Locator) {
    this.region = region
    this.get = region.getByRole('button', { name: 'Get AWS credentials', exact: true })
    this.retry = region.getByRole('button', { name: 'Try again', exact: true })
    this.alert = region.getByRole('alert')
    this.identityId = region.locator('code')
  }

  /** Asks, and reads the identity id of the answer. */
  async read(kind: 'Guest' | 'User'): Promise<string> {
    await this.get.click()
    await expect(this.region).toContainText(`Kind${kind}`)
    await expect(this.region).toContainText('Credentials valid until')
    return (await this.identityId.textContent()) ?? ''
  }
}
