import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import type { BrowserContext, Locator, Page } from '@playwright/test'

const command = new URL('../../../packages/devtools/bin/authchart-devtools.mjs', import.meta.url)
const page = new URL('../../../packages/devtools/dist/page/', import.meta.url)

/** The server of the standalone page, as a developer starts it. */
export class StandaloneServer {
  readonly #process: ChildProcess
  readonly url: string
  readonly socketUrl: string

  private constructor(process: ChildProcess, url: string, socketUrl: string) {
    this.#process = process
    this.url = url
    this.socketUrl = socketUrl
  }

  static async start(): Promise<StandaloneServer> {
    const started = spawn(execPath, [command.pathname, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line = ''] = await once(createInterface(started.stdout), 'line')
    const [, url = '', socketUrl = ''] =
      /(http:\S+) \(apps connect to (ws:[^)]+)\)/.exec(line) ?? []
    return new StandaloneServer(started, url, socketUrl)
  }

  /** As Ctrl+C does: how it has ended. */
  async interrupt(): Promise<number | null> {
    const { exitCode } = this.#process
    if (exitCode !== null) return exitCode
    this.#process.kill('SIGINT')
    const [code] = await once(this.#process, 'exit')
    return code
  }
}

/** The inspector in a page of its own. */
export class StandaloneModel {
  readonly page: Page
  readonly panel: Locator
  readonly picker: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('region', { name: 'Auth inspector' })
    this.picker = page.getByRole('combobox', { name: 'App' })
  }

  /** Apps that are opened from now on are shown there. */
  static async connect(context: BrowserContext, address: string): Promise<void> {
    await context.addInitScript((to) => {
      Object.assign(window, { authConnect: to })
    }, address)
  }

  /** The page that is built, served by the app's own origin. */
  static async serveBeside(context: BrowserContext): Promise<void> {
    await context.route('**/inspector/**', (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1) || 'index.html'
      const contentType = name.endsWith('.js') ? 'text/javascript' : 'text/html'
      return route.fulfill({ contentType, body: readFileSync(new URL(name, page)) })
    })
  }

  section(heading: string): Locator {
    return this.panel.locator('section', {
      has: this.page.getByRole('heading', { name: heading }),
    })
  }

  /** Everything that it shows, and all that is behind it. */
  text(): Promise<string> {
    return this.page.evaluate(
      () =>
        document.body.innerHTML +
        (document.querySelector('authchart-inspector')?.shadowRoot?.innerHTML ?? ''),
    )
  }
}
