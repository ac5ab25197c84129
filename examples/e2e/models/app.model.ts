import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { OutboxModel } from './outbox.model.ts'
import { ScreensModel } from './screens.model.ts'

/** Every screen's heading. */
export const titles = {
  restoring: 'One moment…',
  signIn: 'Sign in',
  redirecting: 'Taking you to the sign-in page…',
  confirmSignIn: 'Enter your code',
  customChallenge: 'Answer a question',
  selectMfaType: 'Choose how to confirm it is you',
  setupTotp: 'Set up an authenticator app',
  setupEmail: 'Add your email address',
  newPassword: 'Choose your own password',
  signUp: 'Create your account',
  confirmSignUp: 'Confirm your account',
  forgotPassword: 'Forgot your password?',
  resetPassword: 'Reset your password',
  verifyContact: 'Verify how to reach you',
  confirmContact: 'Confirm your contact details',
  signedIn: 'You are signed in',
  signingOut: 'Signing out…',
} as const

export type Route = keyof typeof titles

type StoredName = 'idToken' | 'accessToken' | 'refreshToken' | 'deviceKey' | 'randomPasswordKey'

/** What can be laid over the sandbox's own configuration. */
interface ConfigOverrides {
  readonly authenticationFlowType?: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH'
  /** Tokens rest in cookies with these attributes. */
  readonly cookieStorage?: { readonly expires?: number; readonly domain?: string }
}

/** An example app in a page; React's and Vue's are the same to a user. */
export class AppModel extends ScreensModel {
  readonly main: Locator
  readonly heading: Locator
  readonly alert: Locator
  readonly status: Locator
  readonly cancel: Locator
  readonly back: Locator
  readonly outboxLink: Locator
  #config: ConfigOverrides = {}

  private constructor(page: Page) {
    super(page)
    this.main = page.locator('main')
    this.heading = page.getByRole('heading', { level: 1 })
    this.alert = page.getByRole('alert')
    this.status = page.getByRole('status')
    this.cancel = page.getByRole('button', { name: 'Cancel', exact: true })
    this.back = page.getByRole('button', { name: 'Back to sign in', exact: true })
    this.outboxLink = page.getByRole('link', { name: 'Open the outbox' })
  }

  /** The app as it will be served: with the sandbox of this test as its user pool. */
  static async prepare(page: Page, cognito: { readonly config: object }): Promise<AppModel> {
    const app = new AppModel(page)
    await page.route('**/auth-config.json', (route) =>
      route.fulfill({ json: { ...cognito.config, ...app.#config } }),
    )
    return app
  }

  /** From the next load on. */
  configure(config: ConfigOverrides): void {
    this.#config = config
  }

  async open(): Promise<void> {
    await this.page.goto('/')
  }

  async reload(): Promise<void> {
    await this.page.reload()
  }

  /** Waits for a screen, which is there with its heading. */
  async expectRoute(route: Route): Promise<void> {
    await expect(this.main).toHaveAttribute('data-route', route)
    await expect(this.heading).toHaveText(titles[route])
  }

  /** Opens the app and signs in. */
  async enter(person: Person): Promise<void> {
    await this.open()
    await this.signIn.submit(person)
    await this.expectRoute('signedIn')
  }

  /** Opens the app and signs up, up to the form for the code. */
  async register(person: Person): Promise<void> {
    await this.open()
    await this.signIn.createAccount.click()
    await this.signUp.submit(person)
    await this.expectRoute('confirmSignUp')
  }

  /** Opens the outbox in a second tab, by an action on the link. */
  async openOutbox(follow: () => Promise<void> = () => this.outboxLink.click()) {
    const opened = this.page.context().waitForEvent('page')
    await follow()
    return new OutboxModel(await opened)
  }

  /** What is stored of the user, by the last part of its key. */
  async storedToken(name: StoredName): Promise<string | undefined> {
    const { origins } = await this.page.context().storageState()
    return origins
      .flatMap(({ localStorage }) => localStorage)
      .find((item) => item.name.endsWith(`.${name}`))?.value
  }
}
