import { walkTests } from '@authchart/testing/playwright'
import { test } from '@playwright/test'
import { exampleUi } from './example-ui.ts'
import { walksConfig } from './walks-config.ts'

test.describe.configure({ timeout: 180_000 })

/** Every walk once more, with every mishap on every screen that has to survive it. */
walkTests(test, {
  ui: exampleUi,
  config: walksConfig,
  cover: 'transitions',
  adversity: ['reload', 'back', 'double submit', 'second tab', 'offline', 'slow', 'session expiry'],
  out: 'test-results/adversity',
})
