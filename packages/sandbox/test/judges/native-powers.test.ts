import { expect, test } from 'vitest'
import { g, N } from './srp/numbers.ts'
import { awsNumbers, replacePowers, toBigInt } from './support/native-powers.ts'

test.each(awsNumbers)('%s computes the same powers natively', (_, Numbers, own) => {
  const number = (value: bigint) => new Numbers(value.toString(16), 16)
  const exponent = N / 3n
  const power = () => {
    let result: bigint | undefined
    number(g).modPow(number(exponent), number(N), (_error, value) => {
      result = toBigInt(value)
    })
    return result
  }
  const before = Numbers.prototype.modPow
  Numbers.prototype.modPow = own
  const expected = power()
  const restore = replacePowers(Numbers)
  expect(power()).toBe(expected)
  restore()
  expect(Numbers.prototype.modPow).toBe(own)
  Numbers.prototype.modPow = before
})
