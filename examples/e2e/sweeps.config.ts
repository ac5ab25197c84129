import { defineConfig } from '@playwright/test'
import base, { ofSweeps } from './playwright.config.ts'

/** One thing on every screen (two clicks, cancel, reload, back …), and every walk through both apps. */
const testMatch = ['sweeps/*.spec.ts', 'walks.spec.ts', ...ofSweeps]

/** Too long for each `npm test`; for the second app also what that tries in the first alone. */
export default defineConfig({
  ...base,
  testIgnore: [],
  testMatch,
  projects: (base.projects ?? []).map(({ grepInvert: _grepInvert, ...app }, index) =>
    index === 0
      ? app
      : {
          ...app,
          // What the canary catches does not depend on the app.
          grepInvert: /the canary catches/,
          testMatch: ['**/*.spec.ts'],
          testIgnore: ['screenshots.spec.ts', 'inspector/**'],
        },
  ),
})
