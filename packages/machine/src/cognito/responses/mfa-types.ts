import type { MfaType } from '../../ports/index.ts'

/** Cognito's names of the second factors. */
export const mfaNames = {
  SMS: 'SMS_MFA',
  TOTP: 'SOFTWARE_TOKEN_MFA',
  EMAIL: 'EMAIL_OTP',
} as const satisfies Record<MfaType, string>

/** The name of `EMAIL_OTP` in the docs of `SELECT_MFA_TYPE`. */
const otherNames: ReadonlyMap<unknown, MfaType> = new Map([['EMAIL_MFA', 'EMAIL']])

const types = Object.entries(mfaNames) as [MfaType, string][]

/** `undefined` for another name. */
export function mfaTypeOf(name: unknown): MfaType | undefined {
  return types.find(([, known]) => known === name)?.[0] ?? otherNames.get(name)
}
