import type { AuthUser } from '../../auth-user.ts'
import type { Reading } from '../../chart/context.ts'
import type {
  AccountFactor,
  Device,
  MfaPreference,
  Passkey,
  PasswordPolicy,
  Profile,
} from '../../ports/index.ts'
import type { Greeting } from '../greeting.ts'
import type { CheckPassword } from '../screens/fields.ts'
import type { BaseView } from './base-view.ts'
import type { AttributesForm, ChangePasswordForm, WithMetadata } from './forms.ts'

/** A user is signed in: the app, and the account page. */
export interface SignedInView extends BaseView {
  readonly route: 'signedIn'
  /** The signed-in user. */
  readonly user: AuthUser
  /** What to greet the user with. */
  readonly greeting: Greeting
  /** Attributes and second factors; without `data` until `loadProfile` was called and has its answer. */
  readonly profile: Reading<Profile>
  /** The devices that Cognito remembers; without `data` until `loadDevices` was called and has its answer. */
  readonly devices: Reading<readonly Device[]>
  /** Whether the pool has passkeys. */
  readonly hasPasskeys: boolean
  /** The passkeys of the user; without `data` until `loadPasskeys` was called and has its answer. */
  readonly passkeys: Reading<readonly Passkey[]>
  /** How the user can sign in; without `data` until `loadFactors` was called and has its answer. */
  readonly factors: Reading<readonly AccountFactor[]>
  /** The rules of the pool for a password. */
  readonly passwordPolicy: PasswordPolicy
  /** Checks a password while it is typed, by the policy of the pool. */
  readonly checkPassword: CheckPassword
  /** Reads `profile`: `GetUser`. */
  readonly loadProfile: () => void
  /** Reads `devices`: `ListDevices`, all pages. */
  readonly loadDevices: () => void
  /** Reads `passkeys`: `ListWebAuthnCredentials`, all pages. */
  readonly loadPasskeys: () => void
  /** Reads `factors`: `GetUserAuthFactors`. */
  readonly loadFactors: () => void
  /** `ChangePassword`, for a user without a password without the previous one; then the notice `passwordChanged`. */
  readonly changePassword: (form: ChangePasswordForm) => void
  /** `UpdateUserAttributes`; leads to `confirmContact` where Cognito sends a code for a changed contact. */
  readonly updateAttributes: (form: AttributesForm) => void
  /** `DeleteUserAttributes`; then the notice `attributesDeleted`. */
  readonly deleteAttributes: (form: { names: readonly string[] }) => void
  /** Has a code sent to the e-mail or phone as it is, and leads to `confirmContact`. */
  readonly verifyAttribute: (form: { attribute: string } & WithMetadata) => void
  /** Leads to `setupTotp`. */
  readonly setupTotp: () => void
  /** `SetUserMFAPreference`; what is left out stays as it is. */
  readonly setMfaPreference: (preference: MfaPreference) => void
  /** Lets a device stand for the second factor; this one by default. */
  readonly rememberDevice: (key?: string) => void
  /**
   * Forgets a device; this one by default. Cognito then rejects a refresh of its tokens, so that its
   * session ends with them.
   */
  readonly forgetDevice: (key?: string) => void
  /**
   * Creates a passkey: `StartWebAuthnRegistration`, the dialog of the browser, `CompleteWebAuthnRegistration`; then
   * the notice `passkeyRegistered`.
   */
  readonly registerPasskey: () => void
  /** `DeleteWebAuthnCredential`; then the notice `passkeyDeleted`. */
  readonly deletePasskey: (input: { id: string }) => void
  /** `DeleteUser`, for good; then the sign-in screen. */
  readonly deleteUser: () => void
  /** Drops the request in flight; its response then changes nothing. */
  readonly cancel: () => void
  /** Ends the session of this browser. */
  readonly signOut: () => void
  /** Ends the sessions of the user on all devices: `GlobalSignOut`. */
  readonly globalSignOut: () => void
}
