import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { routeOf } from '@authchart/machine'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { seededUser } from '../../src/init/init-choice.ts'

const routes = [...new Set(Object.values(routeOf))]
const patienceMs = 60_000

/** Those that look at colours; the others find the same in light and dark. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Opens the screens of an app in light and dark, takes a picture of each, and checks them with axe. */
export class Viewer {
  /** What axe has found, and errors of the page. */
  readonly problems: string[] = []
  /** The names of the pictures. */
  readonly pictures: string[] = []

  readonly #page: Page
  readonly #folder: string
  readonly #origin: string

  private constructor(page: Page, folder: string, origin: string) {
    this.#page = page
    this.#folder = folder
    this.#origin = origin
    page.setDefaultTimeout(patienceMs)
    page.on('pageerror', (error) => this.problems.push(String(error)))
  }

  static async open(browser: Browser, folder: string, origin: string): Promise<Viewer> {
    mkdirSync(folder, { recursive: true })
    const context = await browser.newContext({
      viewport: { width: 900, height: 700 },
      reducedMotion: 'reduce',
    })
    return new Viewer(await context.newPage(), folder, origin)
  }

  async close(): Promise<void> {
    await this.#page.context().close()
  }

  /** Every route of the chart, without a backend. */
  async lookAtRoutes(isShown: (page: Page, route: string) => Promise<void>): Promise<void> {
    for (const route of routes) {
      await this.#page.goto(`${this.#origin}/gallery.html?route=${route}`)
      await isShown(this.#page, route)
      await this.#look(route)
    }
  }

  /** The seeded user at the local Cognito: a wrong password, then the account with each of its tasks. */
  async signIn(): Promise<void> {
    const page = this.#page
    await page.goto(this.#origin)
    await page.locator('input[name="username"]').fill(seededUser.username)
    await page.locator('input[name="password"]').fill('Wrong-password1!')
    await page.locator('button[type="submit"]').click()
    await page.locator('[role="alert"]:not(:empty)').first().waitFor()
    await this.#look('sign-in-rejected')
    await page.locator('input[name="password"]').fill(seededUser.password)
    await page.locator('button[type="submit"]').click()
    await page.locator('main[data-route="signedIn"]').waitFor()
    await this.#look('signed-in')
    await page.locator('button[data-action="signedIn.load"]').click()
    const tabs = page.getByRole('tab')
    await tabs.first().waitFor()
    for (const name of await tabs.allInnerTexts()) {
      await page.getByRole('tab', { name, exact: true }).click()
      await this.#look(`account-${name.toLowerCase().replaceAll(/\W+/g, '-')}`)
    }
  }

  /** The same with one question at a time. */
  async answerQuestions(): Promise<void> {
    const page = this.#page
    await page.goto(this.#origin)
    for (const answer of [seededUser.username, seededUser.password]) {
      await page.locator('form input').fill(answer)
      await page.locator('form input').press('Enter')
    }
    await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor()
    await this.#look('signed-in')
    await page.getByText('Settings').click()
    await this.#look('settings')
    const items = page.locator('nav li')
    for (const name of await items.allInnerTexts()) {
      await items.filter({ hasText: name }).first().locator('a, button').click()
      await this.#look(`settings-${name.toLowerCase().replaceAll(/\W+/g, '-')}`)
    }
  }

  async #look(name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.#page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await transitionsEnded(this.#page)
      const picture = `${name}-${colorScheme}`
      await this.#page.screenshot({ path: join(this.#folder, `${picture}.png`), fullPage: true })
      this.pictures.push(picture)
      const axe = new AxeBuilder({ page: this.#page })
      if (colorScheme === 'dark') axe.withRules(colourRules)
      const { violations } = await axe.analyze()
      const found = violations.map(
        ({ id, nodes }) => `${picture}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      )
      this.problems.push(...found)
    }
  }
}

/** A colour in transition has another contrast than at the end. Animations that never end, as of a spinner, are left alone. */
async function transitionsEnded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(transitions.map(({ finished }) => finished))
  })
}
