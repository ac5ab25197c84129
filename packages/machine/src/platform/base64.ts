const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 (RFC 4648, 4). Written here because not every JavaScript environment has `btoa`. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    for (const shift of [18, 12, 6, 0]) text += digits[(group >> shift) & 63]
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return text.slice(0, text.length - missing) + '='.repeat(missing)
}

/** Base64url (RFC 4648, 5) without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes)
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/={1,2}$/, '')
}

/**
 * Decodes base64 and base64url, with or without padding.
 *
 * @throws TypeError for other text.
 */
export function decodeBase64(text: string): Uint8Array {
  const plain = text
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/={0,2}$/, '')
  if (plain.length % 4 === 1) throw new TypeError('This is not base64')
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4))
  let bits = 0
  let at = 0
  for (let index = 0; index < plain.length; index += 1) {
    const digit = digits.indexOf(plain.charAt(index))
    if (digit < 0) throw new TypeError('This is not base64')
    bits = ((bits << 6) | digit) & 0xffffff
    if (index % 4 > 0) {
      bytes[at] = (bits >> (6 - 2 * (index % 4))) & 0xff
      at += 1
    }
  }
  return bytes
}
