import type { Locator, Page } from '@playwright/test'
import { CodeFormModel } from './code-form.model.ts'
import { text } from './texts.ts'

export class ConfirmSignInModel extends CodeFormModel {
  readonly rememberDevice: Locator
  readonly otherFactor: Locator

  constructor(page: Page) {
    super(page, text('submit.confirmSignIn'))
    this.otherFactor = page.getByRole('button', {
      name: text('action.goSelectFactor'),
      exact: true,
    })
    this.rememberDevice = page.getByLabel(text('field.rememberDevice'), { exact: true })
  }
}

export class CustomChallengeModel {
  readonly answer: Locator
  readonly submitAnswer: Locator

  constructor(page: Page) {
    this.answer = page.getByLabel(text('field.answer'), { exact: true })
    this.submitAnswer = page.getByRole('button', { name: text('submit.customChallenge') })
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
    const choice = (name: string) => page.getByRole('radio', { name, exact: true })
    this.choices = page.getByRole('radio')
    this.app = choice(text('mfa.TOTP'))
    this.sms = choice(text('mfa.SMS'))
    this.email = choice(text('mfa.EMAIL'))
    this.continue = page.getByRole('button', { name: text('submit.selectMfaType'), exact: true })
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
    this.email = page.getByLabel(text('field.email'), { exact: true })
    this.send = page.getByRole('button', { name: text('submit.setupEmail'), exact: true })
  }

  async submit(email: string): Promise<void> {
    await this.email.fill(email)
    await this.send.click()
  }
}
