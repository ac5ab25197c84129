import type { Locator, Page } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { AwsIdentityModel } from './aws-identity.model.ts'
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
  readonly guestSummary: Locator

  constructor(page: Page) {
    this.email = page.getByLabel('Email', { exact: true })
    this.password = page.getByLabel('Password', { exact: true })
    this.signIn = page.getByRole('button', { name: 'Sign in', exact: true })
    this.createAccount = page.getByRole('button', { name: 'Create an account', exact: true })
    this.forgotPassword = page.getByRole('button', { name: 'Forgot your password?', exact: true })
    this.hostedPage = page.getByRole('button', {
      name: 'Continue with the hosted sign-in page',
      exact: true,
    })
    this.google = page.getByRole('button', { name: 'Continue with Google', exact: true })
    this.token = new TokenSignInModel(page)
    this.guestSummary = page.getByText('AWS identity of a guest', { exact: true })
    this.guest = new AwsIdentityModel(page.locator('details').filter({ has: this.guestSummary }))
  }

  async submit({ email, password }: Person): Promise<void> {
    await this.email.fill(email)
    await this.password.fill(password)
    await this.signIn.click()
  }
}
