import { expect, test } from 'vitest'
import { stagesFor } from '../lib/test/steps/index.mjs'

const namesFor = (only) =>
  stagesFor(only).map((lanes) => lanes.map((steps) => steps.map(({ name }) => name)))

test('runs everything in order', () => {
  expect(namesFor(undefined)).toEqual([
    [['lint'], ['build']],
    [['unit'], ['inspected', 'typecheck', 'sizes', 'consumers', 'packages']],
    [['e2e']],
  ])
})

test('builds only for what needs it', () => {
  expect(namesFor(['lint'])).toEqual([[['lint']]])
  expect(namesFor(['e2e', 'sizes'])).toEqual([[['build']], [['inspected', 'sizes']], [['e2e']]])
})

test('rejects a step that is not there', () => {
  expect(() => stagesFor(['unti'])).toThrow(
    'there are lint, unit, typecheck, sizes, consumers, packages, e2e',
  )
})
