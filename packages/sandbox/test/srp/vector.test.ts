import { bytesToHex } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { toBytes } from '../../src/srp/bytes.ts'
import { g, k, N, power } from '../../src/srp/group.ts'
import { claimSignature, scrambler, signingKey } from '../../src/srp/server.ts'
import { privateKey } from '../../src/srp/verifier.ts'

/** Published with alexrudd/cognito-srp (Go). */
test('the published vector', () => {
  const identity = { poolName: 'myPool', userId: 'test' }
  const number = 1234567890n
  const A = power(g, number)
  const u = scrambler(A, number)
  const x = privateKey(number, identity, 'test')
  const base = (((number - k * power(g, x)) % N) + N) % N
  const key = signingKey(power(base, number + u * x), u)
  expect(k.toString(16)).toBe('538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6')
  expect(bytesToHex(key)).toBe('d96cde6c95dda17175c1293140c5a81f')
  expect(
    claimSignature(
      key,
      identity,
      Buffer.from('secretssecrestssecrets'),
      'Tue Jul 10 11:01:00 UTC 2018',
    ),
  ).toBe('tdvQu/Li/qWl8Nni0aFPs+MwY4rvKZm0kSMrGIMSUHk=')
  expect(bytesToHex(toBytes(0x80n))).toBe('0080')
})
