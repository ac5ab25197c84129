import { Sha256 } from '@aws-crypto/sha256-js'

/**
 * The bytes that Cognito hashes for an integer ≥ 0: two's complement of the smallest even width, so a
 * zero byte goes in front of a first byte of 0x80 or more.
 */
export function toBytes(integer: bigint): Uint8Array {
  const hex = integer.toString(16)
  const even = hex.length % 2 ? `0${hex}` : hex
  return fromHex(/^[89a-f]/.test(even) ? `00${even}` : even)
}

export function integerOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes)}`)
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of the parts, one after the other. */
export function hash(...parts: readonly Uint8Array[]): Uint8Array {
  return digest(new Sha256(), parts)
}

/** HMAC-SHA-256 (RFC 2104) of the parts, one after the other. */
export function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return digest(new Sha256(key), parts)
}

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

function digest(sha256: Sha256, parts: readonly Uint8Array[]): Uint8Array {
  for (const part of parts) sha256.update(part)
  return sha256.digestSync()
}

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
