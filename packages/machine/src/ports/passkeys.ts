import type { Secret } from '../secret.ts'
import type { RequestOptions } from './request-options.ts'

/** What this browser can do with passkeys. */
export interface PasskeyCapabilities {
  /** It has WebAuthn, and the page is secure. */
  readonly canSignIn: boolean
  /** It offers passkeys in the list of a field (conditional mediation). */
  readonly canAutofill: boolean
  /** It can create a passkey without a dialog after a sign-in with a password (`conditionalCreate`). */
  readonly canUpgrade: boolean
}

export interface PasskeyOptions extends RequestOptions {
  /** `conditional`: without a dialog, see {@link PasskeyCapabilities}. By default a dialog opens. */
  readonly mediation?: 'conditional' | undefined
}

/** The passkeys that a user pool accepts for one of its users. */
export interface AcceptedPasskeys {
  /** The domain of the passkeys (`RelyingPartyId`). */
  readonly rpId: string
  /** `user.id` of the registration, base64url. */
  readonly userId: string
  /** The ids of the credentials, base64url. */
  readonly ids: readonly string[]
}

/**
 * The passkeys of a browser (WebAuthn). Requests and credentials are JSON texts, as Cognito has them: members
 * that are not known are passed on. A ceremony ends when the signal aborts; what it rejects with is read by
 * `toFailure()`.
 */
export interface Passkeys {
  /** Never rejects. */
  capabilities(): Promise<PasskeyCapabilities>
  /** Signs the challenge of a request (`navigator.credentials.get`): `AuthenticationResponseJSON`. */
  get(request: string, options: PasskeyOptions): Promise<Secret>
  /** Creates a passkey (`navigator.credentials.create`): `RegistrationResponseJSON`. */
  create(request: string, options: PasskeyOptions): Promise<Secret>
  /** Reports to the password manager which passkeys still exist (`signalAllAcceptedCredentials`). Never rejects. */
  signalAccepted(accepted: AcceptedPasskeys): Promise<void>
}
