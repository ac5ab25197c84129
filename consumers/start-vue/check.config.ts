import { env } from 'node:process'
import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'

const { AUTHCHART_BROWSER, PORT } = env
const url = `http://127.0.0.1:${PORT}`

/**
 * The configuration of the guide, on a free port and with the browser that this machine has, and the real sign-in beside
 * the walks.
 */
export default defineConfig({
  ...config,
  testDir: '.',
  testMatch: ['tests/*.spec.ts', 'check.spec.ts'],
  use: {
    ...config.use,
    baseURL: url,
    ...(AUTHCHART_BROWSER && { launchOptions: { executablePath: AUTHCHART_BROWSER } }),
  },
  webServer: {
    command: `npx vite build && npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url,
    timeout: 180_000,
  },
})
