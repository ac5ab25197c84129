import { randomUUID } from 'node:crypto'
import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/**
 * Too long for `npm test`: the SRP judges at full size, with other users each time; the AWS clients with
 * their own slow powers; a hundred kills of a sandbox that stores its users.
 */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/judges/{srp,identity-js,amplify}/**/*.test.ts', 'test/data-dir/kill.test.ts'],
    provide: { powers: 'own', srpUsers: { count: 200, seed: randomUUID() }, kills: 100 },
  },
})
