import { toFailure } from '@authchart/machine'
import { describe, expect, test } from 'vitest'
import { operations } from '../../../machine/src/cognito/operations.ts'
import { declaredExceptions as documented } from '../../../machine/test/support/declared-exceptions.ts'
import { declaredExceptions } from '../../src/catalogue/declared-exceptions.ts'
import { outcomes, toError } from '../../src/catalogue/outcome.ts'
import { operationsOf } from '../../src/catalogue/rejections.ts'

describe('what AWS documents that an operation may throw is in the catalogue, and nothing else', () => {
  const ofUserPool = Object.entries(declaredExceptions).filter(([name]) => name in operations)
  test.each(ofUserPool)('%s', (operation, exceptions) => {
    expect([...exceptions].sort()).toEqual([...documented(operation)].sort())
  })
})

test('an actor sends every operation of the machine, but for the four that are read in the background', () => {
  const requested = new Set<string>(Object.values(operationsOf).flat())
  const aside = Object.keys(operations).filter((operation) => !requested.has(operation))
  expect(aside.sort()).toEqual([
    'GetUser',
    'GetUserAuthFactors',
    'ListDevices',
    'ListWebAuthnCredentials',
  ])
})

test('outcomes are called by one name each', () => {
  const names = outcomes.map(({ actor, name }) => `${actor}: ${name}`)
  expect(new Set(names).size).toBe(names.length)
})

test('every rejection is a failure that the machine knows', () => {
  const unknown = outcomes
    .filter(({ rejection }) => rejection && toFailure(toError(rejection)).code === 'unknown')
    .map(({ name }) => name)
  expect(unknown).toEqual([])
})
