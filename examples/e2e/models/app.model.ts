import { expect, type Locator, type Page } from '@playwright/test'
import type { LocalCognito } from '../support/local-cognito.ts'
import type { Person } from '../support/person.ts'
import { ConfirmSignUpModel } from './confirm-sign-up.model.ts'
import { OutboxModel } from './outbox.model.ts'
import { SignInModel } from './sign-in.model.ts'
import { SignUpModel } from './sign-up.model.ts'
import { SignedInModel } from './signed-in.model.ts'

export const titles = {
  restoring: 'One moment…',
  signIn: 'Sign in',
  signUp: 'Create your account',
  confirmSignUp: 'Confirm your account',
  signedIn: 'You are signed in',
  signingOut: 'Signing out…',
} as const

export type Route = keyof typeof titles

/** An example app in a page; React's and Vue's are the same to a user. */
export class AppModel {
  readonly page: Page
  readonly signIn: SignInModel
  readonly signUp: SignUpModel
  readonly confirmSignUp: ConfirmSignUpModel
  readonly signedIn: SignedInModel
  readonly heading: Locator
  readonly alert: Locator
  readonly status: Locator
  readonly cancel: Locator
  readonly outboxLink: Locator

  private constructor(page: Page) {
    this.page = page
    this.signIn = new SignInModel(page)
    this.signUp = new SignUpModel(page)
    this.confirmSignUp = new ConfirmSignUpModel(page)
    this.signedIn = new SignedInModel(page)
    this.heading = page.getByRole('heading', { level: 1 })
    this.alert = page.getByRole('alert')
    this.status = page.getByRole('status')
    this.cancel = page.getByRole('button', { name: 'Cancel', exact: true })
    this.outboxLink = page.getByRole('link', { name: 'Open the outbox' })
  }

  /** The app as it will be served: with the sandbox of this test as its user pool. */
  static async prepare(page: Page, cognito: LocalCognito): Promise<AppModel> {
    await page.route('**/auth-config.json', (route) => route.fulfill({ json: cognito.config }))
    return new AppModel(page)
  }

  async open(): Promise<void> {
    await this.page.goto('/')
  }

  async reload(): Promise<void> {
    await this.page.reload()
  }

  /** Waits for a screen, which is there with its heading. */
  async expectRoute(route: Route): Promise<void> {
    await expect(this.page.locator('main')).toHaveAttribute('data-route', route)
    await expect(this.heading).toHaveText(titles[route])
  }

  /** Opens the app and signs in. */
  async enter(person: Person): Promise<void> {
    await this.open()
    await this.signIn.submit(person)
    await this.expectRoute('signedIn')
  }

  /** Opens the app and signs up, up to where the code is asked for. */
  async register(person: Person): Promise<void> {
    await this.open()
    await this.signIn.createAccount.click()
    await this.signUp.submit(person)
    await this.expectRoute('confirmSignUp')
  }

  /** Opens the outbox in a second tab, by whatever is done to the link. */
  async openOutbox(follow: () => Promise<void> = () => this.outboxLink.click()) {
    const opened = this.page.context().waitForEvent('page')
    await follow()
    return new OutboxModel(await opened)
  }

  /** A stored token by the last part of its key. */
  async storedToken(name: 'idToken' | 'accessToken' | 'refreshToken'): Promise<string | undefined> {
    const { origins } = await this.page.context().storageState()
    return origins
      .flatMap(({ localStorage }) => localStorage)
      .find((item) => item.name.endsWith(`.${name}`))?.value
  }
}
