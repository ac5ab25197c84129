import { defaultExclude, defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** Amplify and the hosted UI in Chromium, with its virtual authenticator: too long for each `npm test`. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/browser/**/*.test.ts'],
    exclude: [...defaultExclude],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
