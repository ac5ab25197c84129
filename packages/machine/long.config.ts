import { defaultExclude, defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** 24,000 random wrong responses: too long for each `npm test`. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/long/**/*.test.ts'], exclude: [...defaultExclude] },
})
