import { authBehaviour, planWalks, runWalk, withVault } from '@authchart/testing'
import { playwrightDriver } from '@authchart/testing/playwright'
import { test } from '@playwright/test'
import { config } from './config.ts'
import { wizardUi } from './wizard.ui.ts'

const { open, cannotTake, costOf } = playwrightDriver({ ui: wizardUi, config })
const behaviour = withVault(authBehaviour)
const plan = planWalks({ cover: 'transitions', behaviour, cannotTake, costOf })

for (const walk of plan.walks) {
  test(walk.title, ({ page }) => runWalk(behaviour, walk, open(page)))
}
