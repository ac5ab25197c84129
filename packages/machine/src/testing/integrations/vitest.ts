import type { DriverKind } from '../run/driver.ts'
import { chooseWalks, defaultFolder, type WalkChoice } from './choose-walks.ts'
import { shrinkTaken } from './shrink-taken.ts'
import { takeWalk } from './take-walk.ts'
import { WalkRecord } from './walk-record.ts'

/** What Vitest (and Jest, and `node:test`) call a test with. */
type Test = (title: string, run: () => Promise<void>) => unknown

/**
 * Makes a test of each walk: `walkTests(test, driver)` in a test file, for drivers that need no
 * browser. Results, and a replay of each failure, are in the folder `out`.
 */
export function walkTests(test: Test, driver: DriverKind, choice: WalkChoice = {}): void {
  const { plan, walks } = chooseWalks(choice, driver)
  const record = new WalkRecord(plan, choice.out ?? defaultFolder, String(process.pid))
  for (const walk of walks) {
    test(walk.title, async () => {
      const first = await takeWalk(plan.behaviour, walk, await driver.open())
      const taken = await shrinkTaken(plan.behaviour, first, driver.open, choice.shrink ?? 0)
      record.add(taken)
      if (taken.error) throw taken.error
    })
  }
}
