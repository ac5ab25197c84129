import { createHash, createHmac, getDiffieHellman } from 'node:crypto'

// Cognito's arithmetic once more, written from the reference for these tests: none of it is the
// sandbox's.

/** Group 15 of RFC 3526, out of OpenSSL: its prime is the 3072-bit one of RFC 5054. */
export const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)
export const g = 2n

/** Four bits of the exponent at a time. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers = [1n]
  for (let index = 1; index < 16; index += 1) {
    powers.push(((((powers[index - 1] ?? 1n) * base) % modulus) + modulus) % modulus)
  }
  let result = 1n
  for (const digit of exponent.toString(16)) {
    for (let bit = 0; bit < 4; bit += 1) result = (result * result) % modulus
    result = (result * (powers[Number.parseInt(digit, 16)] ?? 1n)) % modulus
  }
  return result
}

/** Big-endian two's complement in the fewest bytes for the number and its sign. */
export function toBytes(value: bigint): Buffer {
  const length = Math.floor(value.toString(2).length / 8) + 1
  return Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex')
}

export function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export const k = toNumber(sha256(toBytes(N), toBytes(g)))

export function scrambler(A: bigint, B: bigint): bigint {
  return toNumber(sha256(toBytes(A), toBytes(B)))
}

export function privateKey(salt: bigint, identity: string, password: string): bigint {
  return toNumber(sha256(toBytes(salt), sha256(`${identity}:${password}`)))
}

/** PASSWORD_CLAIM_SIGNATURE of the shared secret S. */
export function signature(
  { S, u }: { readonly S: bigint; readonly u: bigint },
  poolName: string,
  parameters: Readonly<Record<string, string>>,
  timestamp: string,
): string {
  const extracted = createHmac('sha256', toBytes(u)).update(toBytes(S)).digest()
  const key = createHmac('sha256', extracted).update('Caldera Derived Key\x01').digest()
  return createHmac('sha256', key.subarray(0, 16))
    .update(poolName)
    .update(parameters.USER_ID_FOR_SRP ?? '')
    .update(Buffer.from(parameters.SECRET_BLOCK ?? '', 'base64'))
    .update(timestamp)
    .digest('base64')
}
