import { defaultPasswordPolicy } from '../../password-policy.ts'
import type { PasswordPolicy } from '../../ports/index.ts'
import type { ConfigReader } from './config-reader.ts'

/**
 * The password policy in any of the known shapes: `password_policy` (amplify_outputs.json),
 * `passwordFormat` (Amplify v6), `aws_cognito_password_protection_settings` (aws-exports.js) and
 * our own `passwordPolicy`. A rule that a given policy omits is not required.
 */
export function parsePasswordPolicy(read: ConfigReader): PasswordPolicy {
  const name = [
    'aws_cognito_password_protection_settings',
    'passwordPolicy',
    'passwordFormat',
    'password_policy',
  ].find((name) => read.has(name))
  if (name === undefined) return defaultPasswordPolicy
  const policy = read.section(name)
  const length = ['minLength', 'min_length', 'passwordPolicyMinLength']
    .map((name) => policy.value(name))
    .find((value) => value !== undefined)
  const value = policy.value('passwordPolicyCharacters')
  const characters: readonly unknown[] = Array.isArray(value) ? value : []
  const requires = (rule: string, ...others: readonly string[]) =>
    policy.flag(`require${rule}`, `require_${rule.toLowerCase()}`, ...others) ??
    characters.includes(`REQUIRES_${rule.toUpperCase()}`)
  return {
    minLength: typeof length === 'number' ? length : defaultPasswordPolicy.minLength,
    requireUppercase: requires('Uppercase'),
    requireLowercase: requires('Lowercase'),
    requireNumbers: requires('Numbers'),
    requireSymbols: requires('Symbols', 'requireSpecialCharacters'),
  }
}
