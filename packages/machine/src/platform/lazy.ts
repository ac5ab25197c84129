import { loadChunk } from './load-chunk.ts'

/**
 * What a chunk makes, made at the first call and shared by all calls. If the chunk does not load, the next call
 * tries again.
 *
 * @param load imports the chunk
 * @param make makes what is shared
 * @param what the subject of the message, e.g. `The sign-in by SRP`
 * @throws ChunkError
 */
export function lazy<Module, Made>(
  load: () => Promise<Module>,
  make: (module: Module) => Made,
  what: string,
): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => {
    if (!made) {
      made = loadChunk(load(), what).then(make)
      made.catch(() => {
        made = undefined
      })
    }
    return made
  }
}
