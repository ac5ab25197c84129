import { uiFromForms, walkTests } from '@authchart/testing/playwright'
import { test } from '@playwright/test'
import { walksConfig } from './walks-config.ts'

test.describe.configure({ timeout: 90_000 })

/** No contract is written: the UI spreads the props of the forms. */
walkTests(test, {
  ui: uiFromForms(),
  config: walksConfig,
  cover: 'transitions',
  out: 'test-results/minimal',
})
