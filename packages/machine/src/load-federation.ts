import { loadChunk } from './platform/load-chunk.ts'

/** @throws ChunkError */
export function loadFederation() {
  return loadChunk(import('./federation.ts'), 'What signs in with other providers')
}
