/**
 * The module of a dynamic `import()`. One that does not arrive is a failure that may be tried again.
 *
 * @param what is loaded, for people: the start of a sentence
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
