import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../lib/paths.mjs'
import { mutants } from '../mutants/mutants.mjs'
import { passwordlessMutants } from '../mutants/passwordless-mutants.mjs'
import { sourceMutants } from '../mutants/source-mutants.mjs'

test('there are enough of them, with a name each', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(30)
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})

test('there are enough in the machine, with a name each and tests that exist', () => {
  expect(sourceMutants.length).toBeGreaterThanOrEqual(20)
  expect(new Set(sourceMutants.map(({ name }) => name)).size).toBe(sourceMutants.length)
  for (const path of sourceMutants.flatMap(({ tests }) => tests)) {
    expect(existsSync(join(root, 'packages/machine', path)), path).toBe(true)
  }
})

test('there are ten of sign-in without a password, with a name each and tests that exist', () => {
  expect(passwordlessMutants.length).toBeGreaterThanOrEqual(10)
  expect(new Set(passwordlessMutants.map(({ name }) => name)).size).toBe(passwordlessMutants.length)
  for (const { in: folder = 'packages/machine', tests } of passwordlessMutants) {
    for (const path of tests) expect(existsSync(join(root, folder, path)), path).toBe(true)
  }
})

test.each([...mutants, ...sourceMutants, ...passwordlessMutants])(
  '$name: its place is there, once',
  ({ file, find, replace }) => {
    const parts = readFileSync(join(root, file), 'utf8').split(find)
    expect(parts).toHaveLength(2)
    expect(replace).not.toBe(find)
  },
)
