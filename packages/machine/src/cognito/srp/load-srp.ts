import { loadChunk } from '../../platform/load-chunk.ts'

/**
 * SRP with its SHA-256 is a chunk of its own: who signs in by a redirect or a passkey never needs it.
 *
 * @throws an error named `NetworkError`
 */
export const loadSrp = () => loadChunk(import('./srp.ts'), 'What proves a password by SRP')
