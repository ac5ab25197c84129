import type { StoredPassword } from '../../srp/verifier.ts'
import type { Device } from '../devices/device.ts'
import type { AttributeCode, PendingCode } from '../messages/pending-code.ts'
import type { UserMfa } from '../mfa/user-mfa.ts'

export type Attributes = Readonly<Record<string, string>>

export type UserStatus =
  | 'UNCONFIRMED'
  | 'CONFIRMED'
  | 'FORCE_CHANGE_PASSWORD'
  | 'RESET_REQUIRED'
  /** Signs in with an external provider only. */
  | 'EXTERNAL_PROVIDER'

export interface User {
  /** `cognito:username` and USER_ID_FOR_SRP: the sub where e-mail or phone is the username. */
  readonly username: string
  readonly sub: string
  attributes: Attributes
  status: UserStatus
  enabled: boolean
  password: StoredPassword | undefined
  /** Epoch ms until which a temporary password works. */
  temporaryPasswordUntil: number | undefined
  signUpCode: PendingCode | undefined
  /** Sets a new password. */
  resetCode: PendingCode | undefined
  /** Each verifies its attribute; at most one per attribute. */
  attributeCodes: readonly AttributeCode[]
  /** Names, in the order in which they were joined. */
  groups: readonly string[]
  mfa: UserMfa
  /** Confirmed ones, in the order of their confirmation. */
  devices: readonly Device[]
  readonly createdAt: number
  modifiedAt: number
}
