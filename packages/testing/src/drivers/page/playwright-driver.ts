import { parseConfig } from '@authchart/machine/cognito'
import type { Page } from '@playwright/test'
import { checkUi } from '../../contract/check-ui.ts'
import { impossibleInUi } from '../../contract/define-ui.ts'
import type { Step } from '../../model/model.ts'
import type { Driver } from '../../run/driver.ts'
import { impossibleByFactors } from '../impossible-by-factors.ts'
import { impossibleByAuthenticator } from '../needs-authenticator.ts'
import { rejectUnknownMishaps } from './adversity.ts'
import { costInPage } from './cost-in-page.ts'
import { impossibleByConfig } from './impossible-by-config.ts'
import { impossibleInPage } from './impossible-in-page.ts'
import { PageDriver } from './page-driver.ts'
import type { PlaywrightOptions } from './playwright-options.ts'

/** Like a `DriverKind`, but each walk gets a new page in a context of its own. */
export interface PlaywrightKind {
  readonly open: (page: Page) => Driver
  /** For `planWalks`: why a page cannot take a step, for steps that it cannot. */
  readonly cannotTake: (step: Step) => string | undefined
  readonly costOf: (step: Step) => number
}

/**
 * Walks through a UI in a browser, by its contract. `page.route` gives Cognito's responses, in its own
 * JSON, so the app needs no server; tabs, storages and clocks are those of the browser. After each step
 * all checks run on the screen.
 *
 * @example
 * const driver = playwrightDriver({ ui, config })
 * const { walks, behaviour } = planWalks({ behaviour: withVault(authBehaviour), ...driver })
 * for (const walk of walks) {
 *   test(walk.title, ({ page }) => runWalk(behaviour, walk, driver.open(page)))
 * }
 *
 * @throws TypeError if the contract lacks a screen or an action, ConfigError if the configuration is wrong.
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
      impossibleByFactors(config, step) ??
      impossibleByAuthenticator(step, options.authenticator === true) ??
      impossibleInPage(step),
    costOf: costInPage,
  }
}
