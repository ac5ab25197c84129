import { type Bytes, concat } from './bytes.ts'

/**
 * An ECDSA signature in the form of WebAuthn (ASN.1 DER, RFC 3279 §2.2.3), from that of Web Crypto
 * (r and s in a row).
 */
export function toDer(signature: Bytes): Bytes {
  const half = signature.length / 2
  const numbers = concat(integer(signature.subarray(0, half)), integer(signature.subarray(half)))
  return concat(Uint8Array.of(0x30, numbers.length), numbers)
}

/** Positive and as short as possible. */
function integer(bytes: Uint8Array): Bytes {
  const start = bytes.findIndex((byte) => byte !== 0)
  const digits = bytes.subarray(start)
  const sign = (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : Uint8Array.of()
  return concat(Uint8Array.of(0x02, sign.length + digits.length), sign, digits)
}
