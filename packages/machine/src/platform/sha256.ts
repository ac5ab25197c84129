import { loadChunk } from './load-chunk.ts'

/**
 * SHA-256 of the parts, one after the other. By Web Crypto; a page without https and React Native have none, and load a
 * chunk for it.
 *
 * @throws ChunkError when that does not load
 */
export async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  const { subtle } = crypto as Partial<Crypto>
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes))
  const { Sha256 } = await loadChunk(import('@aws-crypto/sha256-js'), 'SHA-256')
  const hash = new Sha256()
  hash.update(bytes)
  return hash.digestSync()
}
