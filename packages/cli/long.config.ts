import { defineConfig } from 'vitest/config'

/** What installs packages and starts browsers. */
export default defineConfig({
  test: {
    include: ['test/long/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
