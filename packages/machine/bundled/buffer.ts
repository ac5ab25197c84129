import { encodeBase64 } from '../src/platform/base64.ts'
import { encodeUtf8 } from '../src/platform/utf8.ts'

/**
 * The four calls that identity-js' `AuthenticationHelper` makes of `buffer`, which is 8 kB and
 * touches Node's `global`. Stands in for it in the bundle only; see docs/decisions.
 */
export class Buffer extends Uint8Array {
  static override from(source: unknown, encoding?: unknown): Buffer {
    if (typeof source !== 'string') return new Buffer(source as ArrayLike<number>)
    if (encoding !== 'hex') return new Buffer(encodeUtf8(source))
    return new Buffer((source.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)))
  }

  static concat(parts: readonly Uint8Array[]): Buffer {
    return new Buffer(parts.flatMap((part) => [...part]))
  }

  override toString(encoding?: string): string {
    if (encoding === 'base64') return encodeBase64(this)
    return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}
