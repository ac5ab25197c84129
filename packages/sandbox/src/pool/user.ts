import type { StoredPassword } from '../srp/verifier.ts'
import type { PendingCode } from './codes.ts'

export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD'

export interface User {
  /** `cognito:username` and USER_ID_FOR_SRP: the sub where e-mail or phone is the username. */
  readonly username: string
  readonly sub: string
  attributes: Readonly<Record<string, string>>
  status: UserStatus
  enabled: boolean
  password: StoredPassword | undefined
  /** Epoch ms until which a temporary password works. */
  temporaryPasswordUntil: number | undefined
  signUpCode: PendingCode | undefined
  readonly groups: readonly string[]
  readonly createdAt: number
  modifiedAt: number
}
