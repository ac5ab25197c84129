import { absent } from '@authchart/testing'
import { walkTests } from '@authchart/testing/playwright'
import { test } from '@playwright/test'
import { exampleUi } from './example-ui.ts'
import { walksConfig } from './walks-config.ts'

test.describe.configure({ timeout: 90_000 })

const { hostedUi: _hostedUi, hostedUiOrigin: _origin, ...config } = walksConfig
const actions = Object.fromEntries(
  Object.entries(exampleUi.actions).map(([type, act]) => [
    type,
    type.startsWith('signedIn.') ? absent('there are no settings') : act,
  ]),
) as typeof exampleUi.actions

/** A UI that has less: other walks are planned for it, which the walks of the whole UI do not come by. */
walkTests(test, {
  ui: { ...exampleUi, actions },
  config,
  cover: 'transitions',
  out: 'test-results/smaller-ui',
  prepare: (page) => page.route('**/auth-config.json', (route) => route.fulfill({ json: config })),
})
