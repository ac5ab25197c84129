import { randomUUID } from 'node:crypto'
import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The SRP judges at full size, with other users each time: too long for each `npm test`. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/judges/srp/**/*.test.ts'],
    provide: { srpUsers: { count: 200, seed: randomUUID() } },
  },
})
