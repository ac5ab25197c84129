import type { StoredPassword } from '../../srp/verifier.ts'
import type { Device } from '../devices/device.ts'
import type { AttributeCode, PendingCode } from '../messages/pending-code.ts'
import type { UserMfa } from '../mfa/user-mfa.ts'
import type { Passkey } from '../passkeys/passkey.ts'

export type Attributes = Readonly<Record<string, string>>

export type UserStatus =
  | 'UNCONFIRMED'
  | 'CONFIRMED'
  | 'FORCE_CHANGE_PASSWORD'
  | 'RESET_REQUIRED'
  /** Signs in only with an external provider. */
  | 'EXTERNAL_PROVIDER'

export interface User {
  /**
   * `cognito:username` and USER_ID_FOR_SRP. It is the sub if users sign in with e-mail or phone.
   */
  readonly username: string
  readonly sub: string
  attributes: Attributes
  status: UserStatus
  enabled: boolean
  password: StoredPassword | undefined
  /** Epoch ms at which a temporary password expires. */
  temporaryPasswordUntil: number | undefined
  signUpCode: PendingCode | undefined
  /** To reset the password. */
  resetCode: PendingCode | undefined
  /** Each code verifies its attribute; at most one per attribute. */
  attributeCodes: readonly AttributeCode[]
  /** Names, in the order of joining. */
  groups: readonly string[]
  mfa: UserMfa
  /** Confirmed devices, in the order of confirmation. */
  devices: readonly Device[]
  /** In the order of registration. */
  passkeys: readonly Passkey[]
  readonly createdAt: number
  modifiedAt: number
}
