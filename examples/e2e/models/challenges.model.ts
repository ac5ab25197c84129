import type { Locator, Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'

export class ConfirmSignInModel extends CodeFormModel {
  readonly rememberDevice: Locator

  constructor(page: Page) {
    super(page, 'Code')
    this.rememberDevice = page.getByLabel('Remember this device', { exact: true })
  }
}

export class CustomChallengeModel {
  readonly answer: Locator
  readonly submitAnswer: Locator

  constructor(page: Page) {
    this.answer = page.getByLabel('Your answer', { exact: true })
    this.submitAnswer = page.getByRole('button', { name: 'Answer', exact: true })
  }

  async submit(answer: string): Promise<void> {
    await this.answer.fill(answer)
    await this.submitAnswer.click()
  }
}

export class SelectMfaTypeModel {
  readonly choices: Locator
  readonly app: Locator
  readonly sms: Locator
  readonly email: Locator
  readonly continue: Locator

  constructor(page: Page) {
    this.choices = page.getByRole('radio')
    this.app = page.getByRole('radio', { name: 'Authenticator app', exact: true })
    this.sms = page.getByRole('radio', { name: 'Text message (SMS)', exact: true })
    this.email = page.getByRole('radio', { name: 'Email message', exact: true })
    this.continue = page.getByRole('button', { name: 'Continue', exact: true })
  }

  async choose(choice: Locator): Promise<void> {
    await choice.check()
    await this.continue.click()
  }
}

export class SetupEmailModel {
  readonly email: Locator
  readonly send: Locator

  constructor(page: Page) {
    this.email = page.getByLabel('Email', { exact: true })
    this.send = page.getByRole('button', { name: 'Send the code', exact: true })
  }

  async submit(email: string): Promise<void> {
    await this.email.fill(email)
    await this.send.click()
  }
}
