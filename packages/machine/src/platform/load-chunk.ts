/**
 * Waits for the module of a dynamic `import()`. A chunk that does not load is a retryable failure.
 *
 * @param what the subject of the message, e.g. `The sign-in by SRP`
 * @throws an error named `NetworkError`
 */
export async function loadChunk<Module>(chunk: Promise<Module>, what: string): Promise<Module> {
  try {
    return await chunk
  } catch (cause) {
    throw Object.assign(new Error(`${what} could not be loaded`, { cause }), {
      name: 'NetworkError',
    })
  }
}
