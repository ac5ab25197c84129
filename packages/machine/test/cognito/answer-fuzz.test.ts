import { expect, test } from 'vitest'
import { person } from '../../../testing/src/catalogue/person.ts'
import { expectNoFaults } from '../support/fuzz/expect-no-faults.ts'
import { runSession } from '../support/fuzz/fuzz-answers.ts'

test('1,000 random wrong responses leave every screen usable', { timeout: 180_000 }, async () => {
  const { operations, leaves } = await expectNoFaults({ seed: 20_261_130, answers: 1_000 })
  expect(operations.size).toBeGreaterThan(20)
  expect(leaves.size).toBeGreaterThan(12)
})

test('the look for what is shown can fail', async () => {
  const seeds = Array.from({ length: 10 }, (_, index) => index)
  const runs = await Promise.all(seeds.map((seed) => runSession(seed, [person.username])))
  const found = runs.flatMap(({ found }) => found)
  expect(found.some((what) => what.startsWith('shows ada@example'))).toBe(true)
})
