import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { bytesToInteger } from '../../src/srp/bytes.ts'
import { g, N, power, powerByBigInt, powerByOpenssl } from '../../src/srp/group.ts'

test('OpenSSL and BigInt have the same results', () => {
  const exponents = [
    1n,
    2n,
    N - 1n,
    ...[32, 128, 383].map((size) => bytesToInteger(randomBytes(size))),
  ]
  for (const base of [g, 0n, N - 1n, N + 5n, bytesToInteger(randomBytes(384))]) {
    for (const exponent of exponents) {
      const result = powerByOpenssl(base, exponent)
      expect(powerByBigInt(base, exponent)).toBe(result)
      expect(power(base, exponent)).toBe(result)
    }
  }
})
