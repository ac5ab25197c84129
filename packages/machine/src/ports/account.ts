import type { Secret } from '../secret.ts'
import type { ClientMetadata, FirstFactor, MfaType } from './challenge.ts'
import type { CodeDelivery } from './code-delivery.ts'
import type { RequestOptions } from './request-options.ts'
import type { TokenSet } from './token-store.ts'

/** The response of `GetUser`. */
export interface Profile {
  /** By name, custom ones as `custom:name`; `email_verified` is `'true'` or `'false'`. */
  readonly attributes: Readonly<Record<string, string>>
  readonly mfa: {
    /** The factors that are on. */
    readonly enabled: readonly MfaType[]
    /** The factor that Cognito requires first. */
    readonly preferred: MfaType | undefined
  }
}

/** One setting per factor. A factor that is left out keeps its setting (`SetUserMFAPreference`). */
export type MfaPreference = Readonly<
  Partial<Record<MfaType, 'DISABLED' | 'ENABLED' | 'PREFERRED'>> & {
    /**
     * Whether a passkey counts as two factors, where the pool allows it. The user needs another second factor, too.
     */
    PASSKEY?: 'DISABLED' | 'ENABLED'
  }
>

/** A factor that the user has set up; `TOTP` is a second one, `PASSWORD` a first one, the others are either. */
export type AccountFactor = FirstFactor | 'TOTP'

/** A passkey of the user. */
export interface Passkey {
  /** Base64url. */
  readonly id: string
  /** By Cognito, and it stays, e.g. `Roaming passkey`; `undefined` without one. */
  readonly name: string | undefined
  /** The domain that it works on, with its subdomains. */
  readonly rpId: string | undefined
  /** Epoch ms. */
  readonly createdAt: number | undefined
}

/** A device that Cognito tracks for the user. */
export interface Device {
  readonly key: string
  readonly name: string | undefined
  /** Whether this browser is the device. */
  readonly isCurrent: boolean
  /** Whether the device replaces the second factor. */
  readonly isRemembered: boolean
  readonly lastIpAddress: string | undefined
  /** Epoch ms. */
  readonly lastAuthenticatedAt: number | undefined
}

/** An e-mail or phone of the user that is not verified. */
export interface Contact {
  readonly attribute: 'email' | 'phone_number'
  readonly value: string
}

/** A device that Cognito has just seen for the first time (`NewDeviceMetadata`). */
export interface NewDevice {
  readonly key: string
  readonly groupKey: string
}

type Tokens = Secret<TokenSet>

/** The requests of a signed-in user. The tokens come first, then the input of the operation. */
export interface AccountCalls {
  /** `GetUser`. */
  getUser(tokens: Tokens, options: RequestOptions): Promise<Profile>
  /** `UpdateUserAttributes`: the code deliveries of the attributes that the user has to confirm. */
  updateAttributes(
    tokens: Tokens,
    input: AttributesInput,
    options: RequestOptions,
  ): Promise<readonly CodeDelivery[]>
  /** `DeleteUserAttributes`. */
  deleteAttributes(
    tokens: Tokens,
    input: DeleteAttributesInput,
    options: RequestOptions,
  ): Promise<void>
  /** `GetUserAttributeVerificationCode`. */
  sendAttributeCode(
    tokens: Tokens,
    input: AttributeCodeInput,
    options: RequestOptions,
  ): Promise<CodeDelivery>
  /** `VerifyUserAttribute`. */
  verifyAttribute(
    tokens: Tokens,
    input: VerifyAttributeInput,
    options: RequestOptions,
  ): Promise<void>
  /** `ChangePassword`; without the previous one for a user who has none. */
  changePassword(tokens: Tokens, input: ChangePasswordInput, options: RequestOptions): Promise<void>
  /** `SetUserMFAPreference`. */
  setMfaPreference(
    tokens: Tokens,
    input: MfaPreferenceInput,
    options: RequestOptions,
  ): Promise<void>
  /** `ListDevices`, all pages. */
  listDevices(tokens: Tokens, options: RequestOptions): Promise<readonly Device[]>
  /** `ConfirmDevice`: registers this browser. `isUpToUser`: the device counts only after `rememberDevice`. */
  confirmDevice(
    tokens: Tokens,
    device: NewDevice,
    options: RequestOptions,
  ): Promise<{ readonly isUpToUser: boolean }>
  /** `UpdateDeviceStatus` to `remembered`; by default for this device. */
  rememberDevice(tokens: Tokens, input: DeviceInput, options: RequestOptions): Promise<void>
  /** `ForgetDevice`; by default this device. */
  forgetDevice(tokens: Tokens, input: DeviceInput, options: RequestOptions): Promise<void>
  /** `GetUserAuthFactors`. */
  getFactors(tokens: Tokens, options: RequestOptions): Promise<readonly AccountFactor[]>
  /** `ListWebAuthnCredentials`, all pages. */
  listPasskeys(tokens: Tokens, options: RequestOptions): Promise<readonly Passkey[]>
  /** `StartWebAuthnRegistration`: `PublicKeyCredentialCreationOptionsJSON` as JSON text. */
  startPasskeyRegistration(tokens: Tokens, options: RequestOptions): Promise<PasskeyRegistration>
  /** `CompleteWebAuthnRegistration`. */
  completePasskeyRegistration(
    tokens: Tokens,
    input: NewPasskey,
    options: RequestOptions,
  ): Promise<void>
  /** `DeleteWebAuthnCredential`. */
  deletePasskey(tokens: Tokens, input: PasskeyInput, options: RequestOptions): Promise<void>
  /** `DeleteUser`. */
  deleteUser(tokens: Tokens, options: RequestOptions): Promise<void>
}

export interface AttributesInput {
  readonly attributes: Readonly<Record<string, string>>
  readonly clientMetadata?: ClientMetadata | undefined
}

export interface DeleteAttributesInput {
  readonly names: readonly string[]
}

export interface AttributeCodeInput {
  readonly attribute: string
  readonly clientMetadata?: ClientMetadata | undefined
}

export interface VerifyAttributeInput {
  readonly attribute: string
  readonly code: Secret
}

export interface MfaPreferenceInput {
  readonly preference: MfaPreference
}

/** `undefined`: this browser's device. */
export interface DeviceInput {
  readonly key: string | undefined
}

export interface PasskeyRegistration {
  /** For `create` of the port `Passkeys`. */
  readonly request: string
}

export interface NewPasskey {
  /** `RegistrationResponseJSON` as JSON text. */
  readonly credential: Secret
}

export interface PasskeyInput {
  readonly id: string
}

export interface ChangePasswordInput {
  /** `undefined` for a user without a password, who sets the first one. */
  readonly previousPassword?: Secret | undefined
  readonly password: Secret
}
