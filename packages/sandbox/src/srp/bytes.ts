import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The bytes that Cognito hashes for an integer: minimal two's complement. A 00 precedes a set top
 * bit, and leading zeros of a fixed width never appear.
 */
export function toBytes(value: bigint): Uint8Array {
  const hex = value.toString(16)
  const even = hex.length % 2 ? `0${hex}` : hex
  return hexToBytes(/^[89a-f]/.test(even) ? `00${even}` : even)
}

export function sha256(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = nobleSha256.create()
  for (const part of parts) hash.update(typeof part === 'string' ? utf8ToBytes(part) : part)
  return hash.digest()
}

export function hashToInteger(...parts: readonly (Uint8Array | string)[]): bigint {
  return bytesToInteger(sha256(...parts))
}

export function bytesToInteger(bytes: Uint8Array): bigint {
  return BigInt(`0x0${bytesToHex(bytes)}`)
}

/** Takes the same time wherever the first difference is. */
export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0)
  return difference === 0
}
