/**
 * The library that verifies passkeys, loaded with the first response of an authenticator: it takes
 * longer to load than everything else.
 */
export async function webAuthnLibrary() {
  // One of its own libraries needs it at once. Bundles such as Vite's run it too late otherwise.
  await import('reflect-metadata')
  const [server, helpers] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ])
  return { ...server, ...helpers }
}
