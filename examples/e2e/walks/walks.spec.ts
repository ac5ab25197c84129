import { env } from 'node:process'
import type { Criterion } from '@authchart/testing'
import { walkTests } from '@authchart/testing/playwright'
import { test } from '@playwright/test'
import { exampleUi } from './example-ui.ts'
import { walksConfig } from './walks-config.ts'

test.describe.configure({ timeout: 90_000 })
// No IP address has passkeys.
test.use({ baseURL: ({ baseURL }, use) => use(baseURL?.replace('127.0.0.1', 'localhost')) })

const config = {
  ...walksConfig,
  passwordless: { factors: ['PASSKEY', 'PASSWORD'], passkeyPrompt: true },
}

walkTests(test, {
  ui: exampleUi,
  config,
  authenticator: true,
  cover: (env.WALKS_COVER as Criterion | undefined) ?? 'states',
  out: 'test-results/walks',
  prepare: (page) => page.route('**/auth-config.json', (route) => route.fulfill({ json: config })),
})
