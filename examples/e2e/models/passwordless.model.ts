import type { Locator, Page } from '@playwright/test'
import { text } from './texts.ts'

/** The choice of the first factor: a form for the password, and a button for each other factor. */
export class SelectFactorModel {
  readonly region: Locator
  readonly password: Locator
  readonly signIn: Locator
  readonly passkey: Locator
  readonly email: Locator
  readonly sms: Locator

  constructor(page: Page) {
    this.region = page.locator('[data-authform="selectFactor"]')
    const button = (name: string) => this.region.getByRole('button', { name, exact: true })
    this.password = this.region.getByLabel(text('field.password'), { exact: true })
    this.signIn = button(text('submit.selectFactor'))
    this.passkey = button(text('factor.PASSKEY'))
    this.email = button(text('factor.EMAIL'))
    this.sms = button(text('factor.SMS'))
  }

  async submit(password: string): Promise<void> {
    await this.password.fill(password)
    await this.signIn.click()
  }

  /** What there is to choose from, in the order of the screen. */
  offers(): Promise<string[]> {
    return this.region.locator('[value^="factor."]').allTextContents()
  }
}

/** The sign-in with a passkey, whose dialog is the browser's. */
export class PasskeyModel {
  readonly usePasskey: Locator
  readonly otherFactor: Locator

  constructor(page: Page) {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    this.usePasskey = button(text('submit.passkey'))
    this.otherFactor = button(text('action.goSelectFactor'))
  }
}

export class PasskeyPromptModel {
  readonly create: Locator
  readonly skip: Locator
  readonly never: Locator

  constructor(page: Page) {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    this.create = button(text('submit.passkeyPrompt'))
    this.skip = button(text('action.leave'))
    this.never = button(text('action.never'))
  }
}
