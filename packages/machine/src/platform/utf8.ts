/** Not every JavaScript environment has `TextDecoder`. @throws URIError for bytes that are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  return decodeURIComponent(
    Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
}
