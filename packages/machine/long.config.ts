import { defaultExclude, defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** 24,000 random wrong responses, and every fault at every request: too long for each `npm test`. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/long/**/*.test.ts', 'test/cognito/faults.test.ts'],
    exclude: [...defaultExclude],
    provide: { faultsOfEach: 'all' },
  },
})
