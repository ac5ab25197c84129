import { PasskeyError } from '../../errors/passkey-error.ts'
import { loadChunk } from '../../platform/load-chunk.ts'
import type { PasskeyCapabilities, Passkeys } from '../../ports/index.ts'

const none: PasskeyCapabilities = { canSignIn: false, canAutofill: false, canUpgrade: false }

/**
 * WebAuthn with `@simplewebauthn/browser` is a lazy chunk: a pool without passkeys does not need it.
 *
 * @throws an error named `NetworkError`
 */
export function loadWebAuthn() {
  return loadChunk(import('../webauthn/ceremonies.ts'), 'What creates and uses passkeys')
}

const hasWebAuthn = () =>
  globalThis.isSecureContext === true && typeof globalThis.PublicKeyCredential === 'function'

/** @throws PasskeyError */
function requireWebAuthn() {
  if (globalThis.isSecureContext === false) {
    throw new PasskeyError('PasskeyInsecurePageError', 'Passkeys need a page with HTTPS')
  }
  if (!hasWebAuthn()) {
    throw new PasskeyError('PasskeyUnsupportedError', 'This browser has no passkeys')
  }
}

/** The passkeys of this browser, by WebAuthn. Where there is no browser, it can do nothing. */
export const browserPasskeys: Passkeys = {
  async capabilities() {
    if (!hasWebAuthn()) return none
    try {
      return await (await loadWebAuthn()).readCapabilities()
    } catch {
      return none
    }
  },

  async get(request, options) {
    requireWebAuthn()
    return (await loadWebAuthn()).getPasskey(request, options)
  },

  async create(request, options) {
    requireWebAuthn()
    return (await loadWebAuthn()).createPasskey(request, options)
  },

  async signalAccepted({ rpId, userId, ids }) {
    try {
      await globalThis.PublicKeyCredential?.signalAllAcceptedCredentials?.({
        rpId,
        userId,
        allAcceptedCredentialIds: [...ids],
      })
    } catch {
      // The password manager only offers a passkey that is no longer accepted.
    }
  },
}
