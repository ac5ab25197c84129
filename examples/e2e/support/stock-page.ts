import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import type { LocalCognito } from './local-cognito.ts'
import type { Person } from './person.ts'
import type { StockSession, StockStorage } from './stock/stock-client.ts'

export type Library = 'identity-js' | 'amplify'

/** A page of the app's origin in which, instead of the app, a library of AWS runs, as released. */
export class StockPage {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  static async open(
    page: Page,
    library: Library,
    cognito: LocalCognito,
    cookies?: StockStorage,
  ): Promise<StockPage> {
    // The document is the server's: a document of a test may not send requests to this machine.
    const scripts = '**/assets/*.js'
    const body = await bundle(library)
    await page.route(scripts, (route) => route.fulfill({ contentType: 'text/javascript', body }))
    await page.goto('/')
    await page.unroute(scripts)
    await page.evaluate(({ config, cookies }) => window.stock.configure(config, cookies), {
      config: cognito.config,
      cookies,
    })
    return new StockPage(page)
  }

  signIn(person: Person): Promise<void> {
    return this.#page.evaluate((person) => window.stock.signIn(person), person)
  }

  find(): Promise<StockSession> {
    return this.#page.evaluate(() => window.stock.find())
  }

  signOut(): Promise<void> {
    return this.#page.evaluate(() => window.stock.signOut())
  }
}

/** A file in `stock/`. */
type Script = Library | 'amplify-hosted-ui' | 'authchart'

const bundles = new Map<Script, Promise<string>>()

/** Once for each worker. */
export function bundle(script: Script): Promise<string> {
  const bundled = bundles.get(script) ?? bundleAnew(script)
  bundles.set(script, bundled)
  return bundled
}

async function bundleAnew(script: Script): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`stock/${script}.ts`, import.meta.url))],
    bundle: true,
    format: 'iife',
    // What identity-js wants of a page.
    define: { global: 'window' },
    conditions: ['authchart-source'],
    logLevel: 'silent',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
