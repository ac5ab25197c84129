// RFC 4648. `Buffer` does not exist in browsers.

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** §5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * The bytes of base64 in either alphabet, with or without padding. Clients send such texts: characters of no
 * alphabet are left out, so that no text throws.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const [data = ''] = text.replaceAll('-', '+').replaceAll('_', '/').split('=')
  const clean = data.replace(/[^A-Za-z0-9+/]/g, '')
  // A single character at the end has no whole byte.
  const binary = atob(clean.length % 4 === 1 ? clean.slice(0, -1) : clean)
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
