import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../../scripts/lib/browser/find-browser.mjs'
import { findPort } from '../../scripts/lib/find-port.mjs'

// Workers read this file again: what was found once is handed to them by the environment.
env.AUTHCHART_BROWSER ??= await findBrowser()
env.E2E_REACT_PORT ??= String(await findPort(4273))
env.E2E_VUE_PORT ??= String(await findPort(4373))

const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
const apps = [
  { name: 'react', port: env.E2E_REACT_PORT },
  { name: 'vue', port: env.E2E_VUE_PORT },
].map((app) => ({ ...app, url: `http://127.0.0.1:${app.port}/` }))

/** What generated walks go through as well, or what judges the machine: tried by the sweeps, in both apps. */
export const ofSweeps = [
  'adoption.spec.ts',
  'announcements.spec.ts',
  'canary.spec.ts',
  'confirm-sign-up.spec.ts',
  'contacts.spec.ts',
  'custom-challenge.spec.ts',
  'developer-console.spec.ts',
  'devices.spec.ts',
  'federation.spec.ts',
  'hosted-ui-amplify.spec.ts',
  'hosted-ui.spec.ts',
  'mfa.spec.ts',
  'new-password.spec.ts',
  'outages.spec.ts',
  'reload.spec.ts',
  'reset-password.spec.ts',
  'session.spec.ts',
  'settings-*.spec.ts',
  'sign-up.spec.ts',
]

/** What `npm test` has time to try in the second app as well. */
const ofBothApps = ['walks.spec.ts', 'story.spec.ts']

/** `dom` is for Vitest, and `inspector` wants apps that are built for development. */
const testIgnore = ['screenshots.spec.ts', 'sweeps/**', 'dom/**', 'inspector/**', ...ofSweeps]

export default defineConfig({
  testDir: '.',
  testIgnore,
  outputDir: 'test-results/artifacts',
  fullyParallel: true,
  forbidOnly: Boolean(env.CI),
  workers: 2,
  retries: env.CI ? 1 : 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    // A trace of every test costs a quarter of the time: the second try of one that failed has it.
    trace: { mode: 'on-first-retry', screenshots: false },
    launchOptions: {
      executablePath: env.AUTHCHART_BROWSER,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // The walks are shared out by their number: each is taken through one of the apps, and by the sweeps through both.
  projects: apps.map(({ name, url }, index) =>
    index === 0
      ? { name, use: { baseURL: url }, grepInvert: /\.ts \d*[13579] / }
      : { name, use: { baseURL: url }, grepInvert: /\.ts \d*[02468] /, testMatch: ofBothApps },
  ),
  webServer: apps.map(({ name, port, url }) => ({
    name,
    command: `"${process.execPath}" "${vite}" preview`,
    cwd: `../${name}`,
    // Playwright asks for colours, and Node warns when the user does not want them.
    env: { PORT: port, FORCE_COLOR: '0' },
    url,
    reuseExistingServer: false,
  })),
})
