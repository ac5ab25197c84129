import { afterAll, beforeAll, expect, test, vi } from 'vitest'

let errors: typeof import('../../src/chart/chart-errors.ts')
let toFailure: typeof import('../../src/errors/failure-reader.ts').toFailure

// No request has failed before, so the table is not loaded: not by another file either.
beforeAll(async () => {
  vi.resetModules()
  errors = await import('../../src/chart/chart-errors.ts')
  ;({ toFailure } = await import('../../src/errors/failure-reader.ts'))
})

afterAll(() => {
  vi.resetModules()
})

test('an error of the chart itself needs no table', async () => {
  expect(toFailure({ name: 'NotAuthorizedException', message: '' }).code).toBe('unknown')
  const thrown = [
    new errors.FactorNotAvailableError(),
    new errors.MfaTypeNotOfferedError(),
    new errors.UnsupportedChallengeError('HOLOGRAM'),
  ]
  const found = thrown.map(toFailure)
  const { toFailure: byTable } = await import('../../src/errors/failure.ts')
  expect(found).toEqual(thrown.map(byTable))
})

test('a name that every object has is the name of an unknown error', async () => {
  vi.resetModules()
  const { toFailure } = await import('../../src/errors/failure-reader.ts')
  const error = Object.assign(new Error('An app has thrown it'), { name: 'toString' })
  expect(toFailure(error).code).toBe('unknown')
})
