import type { AuthRoute } from '@authchart/machine'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { OutboxModel } from './outbox.model.ts'
import { ScreensModel } from './screens.model.ts'
import { text, titleOf } from './texts.ts'

export type Route = AuthRoute

type StoredName = 'idToken' | 'accessToken' | 'refreshToken' | 'deviceKey' | 'randomPasswordKey'

/** What can be laid over the sandbox's own configuration. */
interface ConfigOverrides {
  readonly authenticationFlowType?: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH'
  /** Tokens rest in cookies with these attributes. */
  readonly cookieStorage?: { readonly expires?: number; readonly domain?: string }
  /** Which providers have a button; without any there is one for the hosted UI. */
  readonly hostedUi?: { readonly providers: readonly string[] }
}

/** An example app in a page; React's and Vue's are the same to a user. */
export class AppModel extends ScreensModel {
  readonly main: Locator
  readonly heading: Locator
  /** What went wrong. The regions for it are always there. */
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
    this.alert = page.getByRole('alert').filter({ hasText: /\S/ })
    this.status = page.getByRole('status')
    this.cancel = page.getByRole('button', { name: text('action.cancel'), exact: true })
    this.back = page.getByRole('button', { name: text('action.goSignIn'), exact: true })
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
    await expect(this.heading).toContainText(titleOf(route))
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
