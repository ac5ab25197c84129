import { randomUUID } from 'node:crypto'
import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/**
 * Too long for each `npm test`: the SRP judges at full size, with other users each time, and a hundred
 * kills of a sandbox that keeps its users.
 */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/judges/srp/**/*.test.ts', 'test/data-dir/kill.test.ts'],
    provide: { srpUsers: { count: 200, seed: randomUUID() }, kills: 100 },
  },
})
