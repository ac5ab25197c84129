import { randomBytes } from 'node:crypto'

/** `count` random bytes. */
export type Random = (count: number) => Uint8Array

export const systemRandom: Random = (count) => randomBytes(count)

/** A version 4 UUID made of 16 bytes. */
export function toUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
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
  return Buffer.from(random(count)).toString('base64url')
}

/** `count` decimal digits. */
export function randomDigits(random: Random, count: number): string {
  const number = BigInt(`0x0${Buffer.from(random(count + 8)).toString('hex')}`)
  return (number % 10n ** BigInt(count)).toString().padStart(count, '0')
}

/** `count` characters of `alphabet`. */
export function randomText(random: Random, alphabet: string, count: number): string {
  return Array.from({ length: count }, () => {
    const index = Buffer.from(random(4)).readUInt32BE() % alphabet.length
    return alphabet.charAt(index)
  }).join('')
}
