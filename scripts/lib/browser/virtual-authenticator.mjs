/**
 * Adds a platform authenticator of Chromium to a page (DevTools protocol, domain `WebAuthn`). It answers at once, with a
 * user who passes each verification; passkeys need a page of `localhost` or with https.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function addVirtualAuthenticator(page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /**
     * Whether its user passes the next verifications.
     *
     * @param {boolean} isUserVerified
     */
    verifiesUser: (isUserVerified) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    /**
     * Whether a user is there to touch it: without one, each ceremony waits.
     *
     * @param {boolean} enabled
     */
    isTouched: (enabled) =>
      devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    async credentials() {
      return (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials
    },
    /** Forgets all passkeys, as another device would not know them. */
    clear: () => devtools.send('WebAuthn.clearCredentials', { authenticatorId }),
  }
}
