import { expect, test } from 'vitest'
import { stepsFor } from '../lib/test/steps/index.mjs'

const namesFor = (only) => stepsFor(only).map(({ name }) => name)

test('runs everything in order', () => {
  expect(namesFor(undefined)).toEqual([
    'lint',
    'build',
    'sizes',
    'typecheck',
    'consumers',
    'unit',
    'e2e',
  ])
})

test('builds only for what needs it', () => {
  expect(namesFor(['lint'])).toEqual(['lint'])
  expect(namesFor(['e2e'])).toEqual(['build', 'e2e'])
})

test('refuses a step that is not there', () => {
  expect(() => stepsFor(['unti'])).toThrow('there are lint, sizes, typecheck, consumers, unit, e2e')
})
