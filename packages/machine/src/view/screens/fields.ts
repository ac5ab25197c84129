import type { AuthContext } from '../../chart/context.ts'
import { checkPassword, type PasswordCheck } from '../../password-policy.ts'
import type { PasswordPolicy } from '../../ports/index.ts'

/** One {@link PasswordCheck} for each rule of the policy. */
export type CheckPassword = (password: string) => readonly PasswordCheck[]

const checks = new WeakMap<PasswordPolicy, CheckPassword>()

/** The policy, and its check of a password: the same function as long as the policy is the same. */
export function passwordRulesOf({ passwordPolicy }: AuthContext) {
  const check: CheckPassword =
    checks.get(passwordPolicy) ?? ((password) => checkPassword(password, passwordPolicy))
  checks.set(passwordPolicy, check)
  return { passwordPolicy, checkPassword: check }
}

/** Where a code was sent, and when another one can be. */
export function deliveryOf({ delivery, resendAt }: AuthContext) {
  return {
    destination: delivery?.destination,
    medium: delivery?.medium,
    resendAt,
  }
}
