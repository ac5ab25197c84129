import type { AuthenticationHelper, BigInteger } from './identity-js.ts'

type Callback = (error: Error | null, result: BigInteger) => void

/**
 * Replaces the library's modular exponentiation, which blocks the main thread for hundreds of ms,
 * by the engine's own BigInt. Touches only the copy of the library that is bundled here.
 */
export function accelerateModPow(helper: AuthenticationHelper): void {
  const prototype = Object.getPrototypeOf(helper.N)
  const Integer = prototype.constructor
  prototype.modPow = function (
    this: BigInteger,
    exponent: BigInteger,
    modulus: BigInteger,
    callback?: Callback,
  ): BigInteger {
    const power = modPow(toBigInt(this), toBigInt(exponent), toBigInt(modulus))
    const result: BigInteger = new Integer(power.toString(16), 16)
    callback?.(null, result)
    return result
  }
}

/**
 * base ^ exponent mod modulus, for exponent ≥ 0; the result is never negative. Takes the exponent
 * four bits at a time: a hex digit costs four squarings and one multiplication.
 */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const positive = ((base % modulus) + modulus) % modulus
  const powers = [1n % modulus]
  for (let digit = 1; digit < 16; digit += 1) {
    powers.push(((powers[digit - 1] ?? 1n) * positive) % modulus)
  }
  let result = 1n % modulus
  for (const digit of exponent.toString(16)) {
    for (let bit = 0; bit < 4; bit += 1) result = (result * result) % modulus
    const power = powers[Number.parseInt(digit, 16)] ?? 1n
    if (power !== 1n) result = (result * power) % modulus
  }
  return result
}

function toBigInt(integer: BigInteger): bigint {
  const hex = integer.toString(16)
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`)
}
