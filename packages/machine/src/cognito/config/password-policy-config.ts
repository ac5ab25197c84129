import { defaultPasswordPolicy } from '../../password-policy.ts'
import type { PasswordPolicy } from '../../ports/index.ts'
import type { ConfigReader } from './config-reader.ts'

/**
 * The password policy in any of the known shapes: `password_policy` (amplify_outputs.json),
 * `passwordFormat` (Amplify v6), `aws_cognito_password_protection_settings` (aws-exports.js) and
 * our own `passwordPolicy`. A rule that a given policy omits is not required.
 */
export function parsePasswordPolicy(read: ConfigReader): PasswordPolicy {
  const exported = 'aws_cognito_password_protection_settings'
  if (read.has(exported)) return fromExports(read.section(exported))
  const name = ['passwordPolicy', 'passwordFormat', 'password_policy'].find((name) =>
    read.has(name),
  )
  if (name === undefined) return defaultPasswordPolicy
  const policy = read.section(name)
  return {
    minLength: lengthOf(policy, 'minLength', 'min_length'),
    requireUppercase: policy.flag('requireUppercase', 'require_uppercase') ?? false,
    requireLowercase: policy.flag('requireLowercase', 'require_lowercase') ?? false,
    requireNumbers: policy.flag('requireNumbers', 'require_numbers') ?? false,
    requireSymbols:
      policy.flag('requireSymbols', 'requireSpecialCharacters', 'require_symbols') ?? false,
  }
}

function fromExports(settings: ConfigReader): PasswordPolicy {
  const value = settings.value('passwordPolicyCharacters')
  const characters: readonly unknown[] = Array.isArray(value) ? value : []
  return {
    minLength: lengthOf(settings, 'passwordPolicyMinLength'),
    requireUppercase: characters.includes('REQUIRES_UPPERCASE'),
    requireLowercase: characters.includes('REQUIRES_LOWERCASE'),
    requireNumbers: characters.includes('REQUIRES_NUMBERS'),
    requireSymbols: characters.includes('REQUIRES_SYMBOLS'),
  }
}

function lengthOf(settings: ConfigReader, ...names: readonly string[]): number {
  const value = names.map((name) => settings.value(name)).find((value) => value !== undefined)
  return typeof value === 'number' ? value : defaultPasswordPolicy.minLength
}
