import { loadChunk } from '../../platform/load-chunk.ts'

/**
 * SRP with its SHA-256 is a lazy chunk: sign-in by a redirect does not need it.
 *
 * @throws an error named `NetworkError`
 */
export function loadSrp() {
  return loadChunk(import('./srp.ts'), 'What proves a password by SRP')
}
