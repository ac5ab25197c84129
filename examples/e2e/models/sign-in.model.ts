import type { Locator, Page } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { AwsIdentityModel } from './aws-identity.model.ts'
import { text } from './texts.ts'
import { TokenSignInModel } from './token-sign-in.model.ts'

export class SignInModel {
  readonly email: Locator
  readonly password: Locator
  readonly signIn: Locator
  readonly createAccount: Locator
  readonly forgotPassword: Locator
  readonly hostedPage: Locator
  readonly google: Locator
  readonly token: TokenSignInModel
  readonly guest: AwsIdentityModel

  constructor(page: Page) {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    this.email = page.getByLabel(text('field.email'), { exact: true })
    this.password = page.getByLabel(text('field.password'), { exact: true })
    this.signIn = button(text('submit.signIn'))
    this.createAccount = button(text('action.goSignUp'))
    this.forgotPassword = button(text('action.goForgotPassword'))
    this.hostedPage = button(text('action.redirect'))
    this.google = button(text('action.redirectTo', { provider: 'Google' }))
    this.token = new TokenSignInModel(page)
    this.guest = new AwsIdentityModel(page)
  }

  /** The form of a pool with other factors than a password. */
  async submitName({ email }: Pick<Person, 'email'>): Promise<void> {
    await this.email.fill(email)
    await this.signIn.click()
  }

  async submit({ email, password }: Person): Promise<void> {
    await this.email.fill(email)
    await this.password.fill(password)
    await this.signIn.click()
  }
}
