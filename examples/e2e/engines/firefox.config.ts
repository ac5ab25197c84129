import { env } from 'node:process'
import { defineConfig } from '@playwright/test'
import { say } from '../../../scripts/lib/say.mjs'
import config, { apps } from '../playwright.config.ts'

/** The stories that need neither CDP nor what only Chromium has. */
const specs = [
  'stories/story',
  'stories/keyboard',
  'stories/sign-in',
  'stories/tabs',
  'nightly/settings',
  'nightly/sign-in-flows',
]

/** Tests that are left out, by a part of their title, and why. */
const skipped: Readonly<Record<string, string>> = {
  'one of the tabs that wake up after the expiry refreshes':
    'WebDriver BiDi shows no request bodies',
}

/** Firefox as it comes from a distribution, over WebDriver BiDi. */
if (env.TEST_WORKER_INDEX === undefined) {
  for (const [title, why] of Object.entries(skipped)) say(`Firefox: “${title}” is skipped: ${why}.`)
}

export default defineConfig({
  ...config,
  testDir: '..',
  grepInvert: Object.keys(skipped).map((title) => new RegExp(title)),
  testMatch: specs.map((name) => `${name}.spec.ts`),
  outputDir: '../test-results/firefox',
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: { ...(env.AUTHCHART_FIREFOX && { executablePath: env.AUTHCHART_FIREFOX }) },
  },
  projects: apps.map(({ app, url }) => ({ name: app, use: { baseURL: url } })),
  webServer: apps.map(({ app, server }) => ({ ...server, cwd: `../../${app}` })),
})
