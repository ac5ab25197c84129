/**
 * base ^ exponent mod modulus, for exponent ≥ 0; the result is never negative. Takes up to five bits of the
 * exponent at a time, from a one to a one: so it multiplies once for six bits, and needs only the odd powers.
 */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const positive = ((base % modulus) + modulus) % modulus
  const square = (positive * positive) % modulus
  /** `base` to the power of 1, 3, 5 … 31. */
  const powers = [positive]
  for (let last = positive; powers.length < 16; powers.push(last)) last = (last * square) % modulus
  let result = 1n % modulus
  for (const bits of exponent.toString(2).match(/1(?:[01]{0,3}1)?|0/g) ?? []) {
    for (const _ of bits) result = (result * result) % modulus
    const power = bits === '0' ? undefined : powers[Number.parseInt(bits, 2) >> 1]
    if (power !== undefined) result = (result * power) % modulus
  }
  return result
}
