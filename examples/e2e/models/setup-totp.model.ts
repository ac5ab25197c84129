import { expect, type Locator, type Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'
import { readQr } from './read-qr.ts'

export class SetupTotpModel extends CodeFormModel {
  readonly secret: Locator
  readonly picture: Locator
  readonly deviceName: Locator
  readonly retry: Locator
  readonly leave: Locator

  constructor(page: Page) {
    super(page, 'Code')
    this.secret = page.locator('main').getByText(/^[A-Z2-7]{16,}$/)
    this.picture = page.getByRole('img', { name: 'QR code for your authenticator app' })
    this.deviceName = page.getByLabel('Name of your app or phone (optional)', { exact: true })
    this.retry = page.getByRole('button', { name: 'Try again', exact: true })
    this.leave = page.getByRole('button', { name: 'Leave without setting it up', exact: true })
  }

  /** The key as a person would type it off the screen. */
  async readSecret(): Promise<string> {
    await expect(this.secret).toBeVisible()
    return (await this.secret.textContent()) ?? ''
  }

  /** What a camera sees in the picture. */
  readPicture(): Promise<string> {
    return readQr(this.picture)
  }
}
