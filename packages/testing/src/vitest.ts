/**
 * Walks as tests of Vitest, Jest or `node:test`, for drivers that need no browser.
 *
 * @packageDocumentation
 */

import {
  chooseWalks,
  defaultFolder,
  type WalkChoice,
  walkOptions,
} from './integrations/choose-walks.ts'
import { shrinkTaken } from './integrations/shrink-taken.ts'
import { takeWalk } from './integrations/take-walk.ts'
import { beginRecord, WalkRecord } from './integrations/walk-record.ts'
import type { DriverKind } from './run/driver.ts'
import { rejectUnknown } from './run/reject-unknown.ts'

export { type FormsInDom, uiFromForms } from './contract/ui-from-forms-in-dom.ts'

/** What Vitest (and Jest, and `node:test`) call a test with. */
type Test = (title: string, run: () => Promise<void>, timeoutMs: number) => unknown

/** Longer than any walk takes without a browser, on a busy machine, in ms. */
const timeoutMs = 60_000

/**
 * Makes a test of each walk, for drivers that need no browser. Results, and a replay of each failure,
 * are in the folder `out`.
 *
 * @example
 * import { testingLibraryDriver } from '@authchart/testing'
 * import { walkTests } from '@authchart/testing/vitest'
 * import { test } from 'vitest'
 *
 * walkTests(test, testingLibraryDriver({ ui, render }), { cover: 'journeys' })
 */
export function walkTests(test: Test, driver: DriverKind, choice: WalkChoice = {}): void {
  const { out = defaultFolder, shrink = 0 } = choice
  rejectUnknown('walkTests', choice, walkOptions)
  beginRecord(out)
  const { plan, walks } = chooseWalks(choice, driver)
  const record = new WalkRecord(plan, out, String(process.pid))
  for (const walk of walks) {
    const run = async () => {
      const first = await takeWalk(plan.behaviour, walk, await driver.open())
      const taken = await shrinkTaken(plan.behaviour, first, driver.open, shrink)
      record.add(taken)
      if (taken.error) throw taken.error
    }
    test(walk.title, run, timeoutMs * (1 + shrink))
  }
}
