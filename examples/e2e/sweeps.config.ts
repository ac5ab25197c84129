import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

const testMatch = ['sweeps/*.spec.ts']

/** One thing on every screen (two clicks, cancel, reload, back …): too long for each `npm test`. */
export default defineConfig({
  ...base,
  testIgnore: [],
  testMatch,
  projects: (base.projects ?? []).map((app, index) =>
    index === 0
      ? app
      : { ...app, testMatch: ['tests/**/*.spec.ts'], testIgnore: ['screenshots.spec.ts'] },
  ),
})
