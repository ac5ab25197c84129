export const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

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
