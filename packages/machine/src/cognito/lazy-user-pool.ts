import { throwIfAborted } from '../platform/abort.ts'
import type { RequestOptions, UserPool } from '../ports/index.ts'

/** What the first screen needs of a user pool. */
type Settings = Pick<UserPool, 'passwordPolicy' | 'formSettings' | 'passwordless'>

type Call = Exclude<keyof UserPool, keyof Settings>

const calls: Record<Call, true> = {
  signIn: true,
  respondToChallenge: true,
  associateSoftwareToken: true,
  verifySoftwareToken: true,
  signUp: true,
  confirmSignUp: true,
  resendSignUpCode: true,
  forgotPassword: true,
  resetPassword: true,
  refreshTokens: true,
  revokeToken: true,
  globalSignOut: true,
  getUser: true,
  updateAttributes: true,
  deleteAttributes: true,
  sendAttributeCode: true,
  verifyAttribute: true,
  changePassword: true,
  setMfaPreference: true,
  listDevices: true,
  confirmDevice: true,
  rememberDevice: true,
  forgetDevice: true,
  deleteUser: true,
  getFactors: true,
  listPasskeys: true,
  startPasskeyRegistration: true,
  completePasskeyRegistration: true,
  deletePasskey: true,
}

/** A user pool whose calls are loaded by the first of them. A call that was given up meanwhile sends nothing. */
export function lazyUserPool(
  { passwordPolicy, formSettings, passwordless }: Settings,
  load: () => Promise<UserPool>,
): UserPool {
  const toCall =
    (name: string) =>
    async (...given: unknown[]) => {
      const pool = (await load()) as unknown as Record<string, (...given: unknown[]) => unknown>
      throwIfAborted((given.at(-1) as RequestOptions).signal)
      return pool[name]?.(...given)
    }
  const entries = Object.keys(calls).map((name) => [name, toCall(name)])
  return { passwordPolicy, formSettings, passwordless, ...Object.fromEntries(entries) }
}
