import { createHash } from 'node:crypto'

/**
 * The bytes that Cognito hashes for an integer: minimal two's complement. A 00 precedes a set top
 * bit, and leading zeros of a fixed width never appear.
 */
export function toBytes(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 ? `0${hex}` : hex
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export function hashToInteger(...parts: readonly (Uint8Array | string)[]): bigint {
  return BigInt(`0x${sha256(...parts).toString('hex')}`)
}

export function bytesToInteger(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
}
