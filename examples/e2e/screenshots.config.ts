import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** Not a test: pictures of every screen, to look at. */
export default defineConfig({
  ...base,
  testIgnore: [],
  testMatch: 'screenshots.spec.ts',
  retries: 0,
  use: { ...base.use, trace: 'off' },
})
