import { env } from 'node:process'
import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'

/** The configuration of the guide, with the browser that this machine has, and the real sign-in beside the walks. */
export default defineConfig({
  ...config,
  testDir: '.',
  testMatch: ['tests/*.spec.ts', 'check.spec.ts'],
  use: {
    ...config.use,
    ...(env.AUTHCHART_BROWSER && { launchOptions: { executablePath: env.AUTHCHART_BROWSER } }),
  },
})
