/**
 * Walks as Playwright tests, in a real browser.
 *
 * @packageDocumentation
 */

import type { Browser, BrowserContext, Page, TestInfo, TestType } from '@playwright/test'
import { playwrightDriver } from './drivers/page/playwright-driver.ts'
import { type PlaywrightOptions, playwrightOptions } from './drivers/page/playwright-options.ts'
import {
  chooseWalks,
  defaultFolder,
  type WalkChoice,
  walkOptions,
} from './integrations/choose-walks.ts'
import { fromCaller } from './integrations/from-caller.ts'
import { shrinkTaken } from './integrations/shrink-taken.ts'
import { takeWalk } from './integrations/take-walk.ts'
import { beginRecord, WalkRecord } from './integrations/walk-record.ts'
import { rejectUnknown } from './run/reject-unknown.ts'

export { uiFromForms } from './contract/ui-from-forms-in-page.ts'
export type { Adversity } from './drivers/page/adversity.ts'
export { type PlaywrightKind, playwrightDriver } from './drivers/page/playwright-driver.ts'
export type { PlaywrightOptions } from './drivers/page/playwright-options.ts'

export interface PlaywrightWalks extends PlaywrightOptions, WalkChoice {
  /** Before the app is opened: where it gets its configuration from, say. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

type Fixtures = { page: Page }
type WorkerFixtures = { browser: Browser }

/**
 * Makes a Playwright test of each walk. Results, and a replay of each failure, are in the folder `out`;
 * the replay is attached to the test as well.
 *
 * @example
 * import { walkTests } from '@authchart/testing/playwright'
 * import { test } from '@playwright/test'
 * import { myUi } from './my-ui.ts'
 *
 * walkTests(test, { ui: myUi, config, cover: 'journeys' })
 *
 * @throws TypeError if the contract lacks a screen or an action, or an option is unknown.
 */
export function walkTests(
  test: TestType<Fixtures & object, WorkerFixtures & object>,
  { prepare, ...options }: PlaywrightWalks,
): void {
  const { out = defaultFolder, shrink = 0 } = options
  rejectUnknown('walkTests', options, [...playwrightOptions, ...walkOptions])
  const driver = playwrightDriver(options)
  // The process that only collects the tests comes first, once for each run; with `--list` no run follows.
  const worker = process.env.TEST_WORKER_INDEX
  if (worker === undefined && !process.argv.includes('--list')) beginRecord(out)
  const { plan, walks } = chooseWalks(options, driver)
  let record: WalkRecord | undefined
  const testHere = fromCaller(test, walkTests)

  for (const walk of walks) {
    testHere(walk.title, async ({ page, browser }: Fixtures & WorkerFixtures, info: TestInfo) => {
      await prepare?.(page)
      const first = await takeWalk(plan.behaviour, walk, driver.open(page))
      // Each time takes as long as the whole test may, if it has to.
      if (first.error) info.setTimeout(info.timeout * (1 + shrink))
      let context: BrowserContext | undefined
      async function openAgain() {
        await context?.close()
        context = await browser.newContext()
        const page = await context.newPage()
        await prepare?.(page)
        return driver.open(page)
      }
      const taken = await shrinkTaken(plan.behaviour, first, openAgain, shrink)
      await context?.close()
      record ??= new WalkRecord(plan, out, `${info.project.name || 'all'}-${worker}`)
      record.add(taken)
      const { error } = taken
      if (!error) return
      const body = JSON.stringify(error.replay, null, 2)
      await info.attach('replay.json', { body, contentType: 'application/json' })
      throw error
    })
  }
}
