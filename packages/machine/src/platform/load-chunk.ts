/** To `toFailure` it is a lost request: retryable. */
export class ChunkError extends Error {
  override readonly name = 'NetworkError'
}

/**
 * Waits for the module of a dynamic `import()`. A chunk that does not load is a retryable failure.
 *
 * @param what the subject of the message, e.g. `The sign-in by SRP`
 * @throws ChunkError
 */
export async function loadChunk<Module>(chunk: Promise<Module>, what: string): Promise<Module> {
  try {
    return await chunk
  } catch (cause) {
    throw new ChunkError(`${what} could not be loaded`, { cause })
  }
}
