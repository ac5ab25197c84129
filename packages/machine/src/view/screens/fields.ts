import type { AuthContext } from '../../chart/context.ts'
import { checkPassword, type PasswordCheck } from '../../password-policy.ts'
import type { PasswordPolicy } from '../../ports/index.ts'

/** One {@link PasswordCheck} for each rule of the policy. */
export type CheckPassword = (password: string) => readonly PasswordCheck[]

const checks = new WeakMap<PasswordPolicy, CheckPassword>()

/** Checks a password while it is typed; the same function as long as the policy is the same. */
export function checksOf({ passwordPolicy }: AuthContext): CheckPassword {
  const check =
    checks.get(passwordPolicy) ?? ((password) => checkPassword(password, passwordPolicy))
  checks.set(passwordPolicy, check)
  return check
}

/** Where a code was sent, and when another one can be. */
export function deliveryOf({ delivery, resendAt }: AuthContext) {
  return {
    destination: delivery?.destination,
    medium: delivery?.medium,
    resendAt,
  }
}
