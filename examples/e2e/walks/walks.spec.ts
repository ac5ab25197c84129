import {
  asRunning,
  authBehaviour,
  planWalks,
  playwrightDriver,
  runWalk,
} from '@authchart/machine/testing'
import { test } from '@playwright/test'
import { exampleUi } from './example-ui.ts'
import { walksConfig } from './walks-config.ts'

const driver = playwrightDriver({ ui: exampleUi, config: walksConfig })
const behaviour = asRunning(authBehaviour)
const plan = planWalks({ behaviour, refuses: driver.refuses, costOf: driver.costOf })

test.describe.configure({ timeout: 90_000 })

for (const walk of plan.walks) {
  test(walk.title, async ({ page }) => {
    await page.route('**/auth-config.json', (route) => route.fulfill({ json: walksConfig }))
    await runWalk(behaviour, walk, driver.open(page))
  })
}
