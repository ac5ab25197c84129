import { defaultExclude, defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** Every transition of the chart through each of the forms: minutes. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/long/*.test.ts'], exclude: [...defaultExclude] },
})
