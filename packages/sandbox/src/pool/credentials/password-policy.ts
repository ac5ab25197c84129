import { CognitoError } from '../../errors.ts'
import { type Random, randomText } from '../../random.ts'
import type { PasswordPolicy } from '../options/pool-options.ts'

const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/

function broken(policy: PasswordPolicy, password: string): string | undefined {
  if (password.length < policy.MinimumLength) return 'Password not long enough'
  if (policy.RequireUppercase && !/[A-Z]/.test(password)) {
    return 'Password must have uppercase characters'
  }
  if (policy.RequireLowercase && !/[a-z]/.test(password)) {
    return 'Password must have lowercase characters'
  }
  if (policy.RequireNumbers && !/[0-9]/.test(password)) {
    return 'Password must have numeric characters'
  }
  // A space at either end does not count; the wire's own pattern rejects it.
  if (policy.RequireSymbols && !symbol.test(password.trim())) {
    return 'Password must have symbol characters'
  }
  return undefined
}

export function checkPasswordPolicy(policy: PasswordPolicy, password: string): void {
  const reason = broken(policy, password)
  if (!reason) return
  throw new CognitoError(
    'InvalidPasswordException',
    `Password does not conform to policy: ${reason}`,
  )
}

/** A temporary password that satisfies every policy of that length. */
export function generatePassword(policy: PasswordPolicy, random: Random): string {
  const rest = Math.max(policy.MinimumLength, 8) - 4
  return [
    randomText(random, 'ABCDEFGHJKLMNPQRSTUVWXYZ', 1),
    randomText(random, 'abcdefghijkmnpqrstuvwxyz', rest + 1),
    randomText(random, '23456789', 1),
    randomText(random, '!@#%&?', 1),
  ].join('')
}
