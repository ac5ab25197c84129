import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    globalSetup: 'test/support/write-build.ts',
    testTimeout: 60_000,
    isolate: false,
  },
})
