import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../../../scripts/lib/browser/find-browser.mjs'
import { findPort } from '../../../scripts/lib/find-port.mjs'
import { config } from './config.ts'

// Workers read this file again: what was found once is handed to them by the environment.
env.AUTHCHART_BROWSER ??= await findBrowser()
env.WIZARD_PORT ??= String(await findPort(4473))

const url = `http://127.0.0.1:${env.WIZARD_PORT}/`
const vite = fileURLToPath(new URL('../../../node_modules/vite/bin/vite.js', import.meta.url))

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(env.CI),
  workers: 2,
  timeout: 90_000,
  reporter: 'list',
  use: {
    baseURL: url,
    actionTimeout: 5_000,
    launchOptions: { executablePath: env.AUTHCHART_BROWSER, args: ['--disable-gpu'] },
  },
  webServer: {
    command: `"${process.execPath}" "${vite}" preview`,
    cwd: '..',
    // Cognito is answered for in the browser: the app runs against nothing.
    env: { PORT: env.WIZARD_PORT, AUTH_CONFIG: JSON.stringify(config), FORCE_COLOR: '0' },
    url,
    reuseExistingServer: false,
  },
})
