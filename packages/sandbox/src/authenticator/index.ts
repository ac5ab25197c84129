/**
 * A software authenticator for tests of passkeys: the responses of `navigator.credentials.create` and
 * `get` in JSON, with ES256, RS256 and ES384, and with forged origins, relying parties, counters and
 * user verification. Web Crypto only: it works in Node and in browsers.
 *
 * @packageDocumentation
 */

export type { PasskeyAlgorithm } from './algorithms.ts'
export {
  type AuthenticatorOptions,
  createAuthenticator,
  type Forgery,
  type SoftwareAuthenticator,
  type StoredCredential,
} from './create-authenticator.ts'
export type {
  AuthenticationResponse,
  CreationOptions,
  RegistrationResponse,
  RequestOptions,
} from './responses.ts'
