import { randomUUID } from 'node:crypto'
import { mergeConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The SRP judges at full size, with other users each time: too long for each `npm test`. */
export default mergeConfig(base, {
  test: {
    include: ['test/judges/srp/**/*.test.ts'],
    provide: { srpUsers: { count: 200, seed: randomUUID() } },
  },
})
