import { env } from 'node:process'
import type { Criterion } from '@authchart/testing'
import { walkTests } from '@authchart/testing/playwright'
import { test } from '@playwright/test'
import { exampleUi } from './example-ui.ts'
import { walksConfig } from './walks-config.ts'

test.describe.configure({ timeout: 90_000 })

walkTests(test, {
  ui: exampleUi,
  config: walksConfig,
  cover: (env.WALKS_COVER as Criterion | undefined) ?? 'states',
  out: 'test-results/walks',
})
