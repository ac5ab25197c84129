/**
 * The library that verifies passkeys, loaded with the first response of an authenticator: it takes
 * longer to load than everything else.
 */
export async function webAuthnLibrary() {
  const [server, helpers] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ])
  return { ...server, ...helpers }
}
