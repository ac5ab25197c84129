import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../lib/paths.mjs'
import { mutants } from '../mutants/mutants.mjs'

test('there are enough of them, with a name each', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(30)
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})

test.each(mutants)('$name: its place is there, once', ({ file, find, replace }) => {
  const parts = readFileSync(join(root, file), 'utf8').split(find)
  expect(parts).toHaveLength(2)
  expect(replace).not.toBe(find)
})
