import { parseConfig } from '@authchart/machine/cognito'
import type { Page } from '@playwright/test'
import { checkUi } from '../../contract/check-ui.ts'
import { impossibleInUi, type Ui } from '../../contract/define-ui.ts'
import type { Step } from '../../model/model.ts'
import type { Driver } from '../../run/driver.ts'
import { type Adversity, rejectUnknownMishaps } from './adversity.ts'
import { costInPage } from './cost-in-page.ts'
import { impossibleByConfig } from './impossible-by-config.ts'
import { impossibleInPage } from './impossible-in-page.ts'
import { PageDriver } from './page-driver.ts'

export interface PlaywrightOptions {
  /** The contract of the UI: see `defineUi`. */
  readonly ui: Ui<Page>
  /** What the app is configured with, in any shape that `createAuth` takes. */
  readonly config: unknown
  /** Where the app is, relative to Playwright's `baseURL`; by default `/`. */
  readonly path?: string
  /** Mishaps to weave in, each the first time that a walk is at rest on a screen. */
  readonly adversity?: readonly Adversity[]
  /** Longer than any screen takes to appear, in ms; by default 8 000. */
  readonly patienceMs?: number
}

export const playwrightOptions = ['ui', 'config', 'path', 'adversity', 'patienceMs']

/** Like a `DriverKind`, each of whose sessions is given a page: a fresh one, of a context of its own. */
export interface PlaywrightKind {
  readonly open: (page: Page) => Driver
  /** For `planWalks`: why a page cannot take a step, for steps that it cannot. */
  readonly cannotTake: (step: Step) => string | undefined
  readonly costOf: (step: Step) => number
}

/**
 * Walks through a UI in a browser, by its contract. Cognito is answered for by `page.route`, in its
 * own JSON, so the app runs against nothing; tabs, storages and clocks are those of the browser. Each
 * screen is judged by all oracles.
 *
 * @throws TypeError where the contract lacks a screen or an action, ConfigError where the configuration is wrong.
 */
export function playwrightDriver(options: PlaywrightOptions): PlaywrightKind {
  checkUi(options.ui)
  rejectUnknownMishaps(options.adversity ?? [])
  const config = parseConfig(options.config)
  return {
    open: (page) => new PageDriver(page, options),
    cannotTake: (step) =>
      impossibleInUi(options.ui, step) ??
      impossibleByConfig(config, step) ??
      impossibleInPage(step),
    costOf: costInPage,
  }
}
