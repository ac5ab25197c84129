import { test as base, expect, type Page } from '@playwright/test'
import { serveFolder } from '../../../scripts/lib/serve-folder.mjs'

export const password = 'Correct-horse-7'

/** The built playground, from a folder of a static server: no other server is there. */
export class PlaygroundPage {
  readonly page: Page
  readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  async open(preset?: string): Promise<void> {
    await this.page.goto(this.url)
    await this.expectRoute('signIn')
    if (preset === undefined) return
    await this.page.getByRole('button', { name: preset, exact: true }).click()
    const loaded = this.page.waitForEvent('load')
    await this.page.getByRole('button', { name: 'Apply' }).click()
    await loaded
    await this.expectRoute('signIn')
  }

  async expectRoute(route: string): Promise<void> {
    await expect(this.page.locator('main')).toHaveAttribute('data-route', route)
  }

  field(name: string) {
    return this.page.locator(`main input[name="${name}"]`)
  }

  async submit(fields: Record<string, string> = {}): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.field(name).fill(value)
    await this.page.locator('main button[type=submit]').first().click()
  }

  /** The newest code in the outbox. */
  async code(): Promise<string> {
    const code = this.page.getByRole('region', { name: 'Outbox' }).locator('.code code').first()
    return (await code.textContent()) ?? ''
  }

  /** The next code of the authenticator app: each works once. */
  async authenticatorCode(used?: string): Promise<string> {
    const app = this.page.getByRole('region', { name: 'Authenticator app' })
    const code = app.locator('.code code').first()
    await expect(code).not.toHaveText(used ?? '', { timeout: 40_000 })
    return (await code.textContent()) ?? ''
  }

  /** With the code that the outbox shows. */
  async signUp(username: string): Promise<void> {
    await this.press('Create an account')
    await this.expectRoute('signUp')
    await this.submit({ username, password })
    await this.expectRoute('confirmSignUp')
    await this.submit({ code: await this.code() })
  }

  async press(name: string): Promise<void> {
    await this.page.locator('main').getByRole('button', { name, exact: true }).click()
  }

  async signOut(): Promise<void> {
    await this.press('Sign out')
    await this.expectRoute('signIn')
  }
}

export const test = base.extend<
  { playground: PlaygroundPage; errors: string[] },
  { origin: string }
>({
  origin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
    async ({}, use) => {
      const server = await serveFolder(new URL('..', import.meta.url).pathname)
      // A page at an address in digits has no passkeys.
      await use(server.origin.replace('127.0.0.1', 'localhost'))
      await server.close()
    },
    { scope: 'worker' },
  ],
  errors: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== 'localhost') errors.push(request.url())
    })
    await use(errors)
    expect(errors).toEqual([])
  },
  playground: async ({ page, origin, errors: _ }, use) => {
    await use(new PlaygroundPage(page, `${origin}/dist/`))
  },
})
