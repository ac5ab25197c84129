/** How a ceremony of WebAuthn fails. */
export type PasskeyErrorName =
  /** By the user, or because another ceremony has begun; browsers also say so when no passkey fits. */
  | 'PasskeyCancelledError'
  /** The browser has no WebAuthn, or no authenticator that can do what the pool requires. */
  | 'PasskeyUnsupportedError'
  /** The domain of the page is not the one of the pool's passkeys. */
  | 'PasskeyWrongSiteError'
  /** WebAuthn needs HTTPS, or localhost. */
  | 'PasskeyInsecurePageError'
  /** The authenticator has a passkey of this user. */
  | 'PasskeyExistsError'
  /** The user has as many passkeys as Cognito allows: 20. */
  | 'PasskeyLimitError'

/**
 * A passkey could not be created or used; `name` says why. For passkeys of your own (`createAuth({ passkeys })`):
 * `toFailure()` gives the code.
 */
export class PasskeyError extends Error {
  override readonly name: PasskeyErrorName

  constructor(name: PasskeyErrorName, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = name
  }
}
