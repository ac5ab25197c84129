import { expect, test } from 'vitest'
import { expectNoFaults } from '../support/fuzz/expect-no-faults.ts'

/** Another one each time says more; this one says the same each time. */
const seed = Number(process.env.FUZZ_SEED ?? 1)

test(`24,000 random wrong responses leave every screen usable (FUZZ_SEED=${seed})`, {
  timeout: 20 * 60_000,
}, async () => {
  const { operations } = await expectNoFaults({ seed: seed * 1_000_000, answers: 24_000 })
  expect(operations.size).toBeGreaterThan(25)
})
