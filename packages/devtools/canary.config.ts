import { defineConfig } from 'vitest/config'
import { base } from './vitest.config.ts'

/** All walks, where `npm test` has time for some. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/redaction/canary.test.ts'], env: { CANARY_EACH: '1' } },
})
