import { bytesToHex } from '@noble/hashes/utils.js'
import { toBase64Url } from './base64.ts'

/** `count` random bytes. */
export type Random = (count: number) => Uint8Array

export const systemRandom: Random = (count) => crypto.getRandomValues(new Uint8Array(count))

/** A version 4 UUID made of 16 bytes. */
export function toUuid(bytes: Uint8Array): string {
  const hex = bytesToHex(bytes)
  const variant = '89ab'[(bytes[8] ?? 0) & 3]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

export function randomUuid(random: Random): string {
  return toUuid(random(16))
}

export function randomBase64Url(random: Random, count: number): string {
  return toBase64Url(random(count))
}

/** `count` decimal digits. */
export function randomDigits(random: Random, count: number): string {
  const number = BigInt(`0x0${bytesToHex(random(count + 8))}`)
  return (number % 10n ** BigInt(count)).toString().padStart(count, '0')
}

/** `count` characters of `alphabet`. */
export function randomText(random: Random, alphabet: string, count: number): string {
  return Array.from({ length: count }, () => {
    const index = Number(`0x${bytesToHex(random(4))}`) % alphabet.length
    return alphabet.charAt(index)
  }).join('')
}
