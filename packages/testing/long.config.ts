import { defaultExclude, defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** Every pair of transitions, and the walks over the wire: too long for each `npm test`. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/long/**/*.test.ts'], exclude: [...defaultExclude] },
})
