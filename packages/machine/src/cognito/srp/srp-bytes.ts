import { sha256 } from '../../platform/sha256.ts'

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

/** The bytes that HMAC pads a key to: the block of SHA-256. */
const blockBytes = 64

/**
 * HMAC-SHA-256 (RFC 2104) of the parts, one after the other.
 *
 * @param key at most 64 bytes, as all keys of SRP are
 */
export async function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const padded = (pad: number) =>
    Uint8Array.from({ length: blockBytes }, (_, at) => (key[at] ?? 0) ^ pad)
  return sha256(padded(0x5c), await sha256(padded(0x36), ...parts))
}

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16)
  }
  return bytes
}
