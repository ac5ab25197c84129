import { randomBytes } from 'node:crypto'
import { AuthenticationHelper, type BigInteger } from 'amazon-cognito-identity-js'
import { expect, test } from 'vitest'
import { modPow } from '../../src/cognito/srp/mod-pow.ts'

/** The library as it ships. */
const stock = new AuthenticationHelper('Pool')
const Integer: new (hex: string, radix: 16) => BigInteger = Object.getPrototypeOf(
  stock.N,
).constructor
const stockModPow: BigInteger['modPow'] = Object.getPrototypeOf(stock.N).modPow
const n = BigInt(`0x${stock.N.toString(16)}`)

function byLibrary(base: string, exponent: string, modulus = stock.N): string {
  let result = ''
  const done = (_: Error | null, power: BigInteger) => {
    result = power.toString(16)
  }
  const self = new Integer(base, 16)
  Reflect.apply(stockModPow, self, [new Integer(exponent, 16), modulus, done])
  return result
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

const edges: [name: string, base: string, exponent: string][] = [
  ['odd-length hex', `${hex(100)}a`, `${hex(63)}b`],
  ['leading zeros', `0000${hex(100)}`, `000${hex(60)}`],
  ['first nibble 8', `8${hex(100)}0`, `8${hex(60)}0`],
  ['first nibble f', `f${hex(100)}f`, `f${hex(60)}f`],
  ['the generator', '2', hex(128)],
  ['base one less than the modulus', (n - 1n).toString(16), hex(32)],
  ['base above the modulus', (n + 5n).toString(16), hex(32)],
  ['base zero', '0', hex(32)],
  ['exponent one', hex(384), '1'],
  ['an exponent of all ones', hex(384), 'f'.repeat(256)],
  ['a negative base, as in B − k·g^x', `-${hex(384)}`, hex(128)],
]

test.each(edges)('agrees with the library for %s', (_, base, exponent) => {
  const sign = base.startsWith('-') ? -1n : 1n
  const ours = modPow(sign * BigInt(`0x${base.replace('-', '')}`), BigInt(`0x${exponent}`), n)
  expect(ours.toString(16)).toBe(byLibrary(base, exponent))
})

test('agrees with the library for 24 random inputs of many lengths', () => {
  for (let round = 1; round <= 24; round += 1) {
    const [base, exponent] = [hex(round * 16), hex(round * 6)]
    const ours = modPow(BigInt(`0x${base}`), BigInt(`0x${exponent}`), n)
    expect(ours.toString(16), `${base} ^ ${exponent}`).toBe(byLibrary(base, exponent))
  }
})

test('answers what it must for exponents and moduli that are no more than one', () => {
  expect(modPow(7n, 0n, 11n)).toBe(1n)
  expect(modPow(7n, 0n, 1n)).toBe(0n)
  expect(modPow(-2n, 3n, 7n)).toBe(6n)
})
