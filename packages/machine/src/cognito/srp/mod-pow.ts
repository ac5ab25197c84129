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
