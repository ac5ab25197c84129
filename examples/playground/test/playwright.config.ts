import { env } from 'node:process'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../../../scripts/lib/browser/find-browser.mjs'

// Workers read this file again: what was found once is handed to them by the environment.
env.AUTHCHART_BROWSER ??= await findBrowser()

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: Boolean(env.CI),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    launchOptions: { executablePath: env.AUTHCHART_BROWSER ?? '', args: ['--disable-gpu'] },
  },
})
