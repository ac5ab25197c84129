import type { PasswordPolicy } from './ports/index.ts'

export type PasswordRule =
  | 'minLength'
  | 'uppercase'
  | 'lowercase'
  | 'number'
  | 'symbol'
  /** At most 256 characters. */
  | 'maxLength'
  /** No blank at either end. */
  | 'trimmed'
  | 'history'

/** One rule of the policy and whether a password keeps it: codes, the words are the UI's. */
export interface PasswordCheck {
  readonly rule: Exclude<PasswordRule, 'history'>
  readonly passed: boolean
  /** Characters, of `minLength` only. */
  readonly min?: number
  /** Characters, of `maxLength` only. */
  readonly max?: number
}

/** The longest password that any pool accepts. */
export const maxPasswordLength = 256

/** Cognito's own, where a configuration says nothing. */
export const defaultPasswordPolicy: PasswordPolicy = {
  minLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
}

/** The special characters that Cognito counts; a space counts between others. */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/

/**
 * Checks a password against each rule that the policy has. Cognito has the last word. `maxLength`
 * and `trimmed` are the same in every pool, and are listed only when a password breaks them.
 */
export function checkPassword(password: string, policy: PasswordPolicy): readonly PasswordCheck[] {
  const checks: readonly (PasswordCheck & { readonly isListed: boolean })[] = [
    {
      rule: 'minLength',
      passed: password.length >= policy.minLength,
      min: policy.minLength,
      isListed: true,
    },
    { rule: 'uppercase', passed: /[A-Z]/.test(password), isListed: policy.requireUppercase },
    { rule: 'lowercase', passed: /[a-z]/.test(password), isListed: policy.requireLowercase },
    { rule: 'number', passed: /[0-9]/.test(password), isListed: policy.requireNumbers },
    { rule: 'symbol', passed: symbol.test(password.trim()), isListed: policy.requireSymbols },
    {
      rule: 'maxLength',
      passed: false,
      max: maxPasswordLength,
      isListed: password.length > maxPasswordLength,
    },
    // What Cognito's expression takes for a blank.
    { rule: 'trimmed', passed: false, isListed: /^[ \t-\r]|[ \t-\r]$/.test(password) },
  ]
  return checks.filter(({ isListed }) => isListed).map(({ isListed: _, ...check }) => check)
}
