import { expect, test } from 'vitest'
import {
  FactorNotAvailableError,
  MfaTypeNotOfferedError,
  UnsupportedChallengeError,
} from '../../src/chart/chart-errors.ts'
import { toFailure as byTable } from '../../src/errors/failure.ts'
import { toFailure } from '../../src/errors/failure-reader.ts'

// No request has failed before, so the table is not loaded.
test.each([
  new FactorNotAvailableError(),
  new MfaTypeNotOfferedError(),
  new UnsupportedChallengeError('HOLOGRAM'),
])('an error of the chart itself needs no table: $name', (error) => {
  expect(toFailure(error)).toEqual(byTable(error))
  expect(toFailure(error).code).not.toBe('unknown')
  expect(toFailure(new Error('A request has failed')).code).toBe('unknown')
})

test('a name that every object has is the name of an unknown error', () => {
  const error = Object.assign(new Error('An app has thrown it'), { name: 'toString' })
  expect(toFailure(error).code).toBe('unknown')
})
