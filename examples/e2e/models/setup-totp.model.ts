import { expect, type Locator, type Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'
import { readQr } from './read-qr.ts'
import { text } from './texts.ts'

export class SetupTotpModel extends CodeFormModel {
  readonly secret: Locator
  readonly picture: Locator
  readonly deviceName: Locator
  readonly retry: Locator
  readonly leave: Locator

  constructor(page: Page) {
    super(page, text('submit.setupTotp'))
    this.secret = page.locator('main').getByText(/^[A-Z2-7]{16,}$/)
    this.picture = page.getByRole('img', { name: text('hint.key') })
    this.deviceName = page.getByLabel(text('field.deviceName'), { exact: true })
    this.retry = page.getByRole('button', { name: text('action.retry'), exact: true })
    this.leave = page.getByRole('button', { name: text('action.leave'), exact: true })
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
