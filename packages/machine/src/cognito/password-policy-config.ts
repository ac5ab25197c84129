import { defaultPasswordPolicy } from '../password-policy.ts'
import type { PasswordPolicy } from '../ports/index.ts'

type Settings = Readonly<Record<string, unknown>>

/**
 * The password policy in any of the known shapes: `password_policy` (amplify_outputs.json),
 * `passwordFormat` (Amplify v6), `aws_cognito_password_protection_settings` (aws-exports.js) and
 * our own `passwordPolicy`. What is left out of one that is there is not asked for.
 */
export function parsePasswordPolicy(found: Settings): PasswordPolicy {
  const exported = found.aws_cognito_password_protection_settings
  if (isSettings(exported)) return fromExports(exported)
  const policy = found.passwordPolicy ?? found.passwordFormat ?? found.password_policy
  if (!isSettings(policy)) return defaultPasswordPolicy
  return {
    minLength: lengthOf(policy.minLength ?? policy.min_length),
    requireUppercase: (policy.requireUppercase ?? policy.require_uppercase) === true,
    requireLowercase: (policy.requireLowercase ?? policy.require_lowercase) === true,
    requireNumbers: (policy.requireNumbers ?? policy.require_numbers) === true,
    requireSymbols:
      (policy.requireSymbols ?? policy.requireSpecialCharacters ?? policy.require_symbols) === true,
  }
}

function fromExports(settings: Settings): PasswordPolicy {
  const characters: readonly unknown[] = Array.isArray(settings.passwordPolicyCharacters)
    ? settings.passwordPolicyCharacters
    : []
  return {
    minLength: lengthOf(settings.passwordPolicyMinLength),
    requireUppercase: characters.includes('REQUIRES_UPPERCASE'),
    requireLowercase: characters.includes('REQUIRES_LOWERCASE'),
    requireNumbers: characters.includes('REQUIRES_NUMBERS'),
    requireSymbols: characters.includes('REQUIRES_SYMBOLS'),
  }
}

const lengthOf = (value: unknown) =>
  typeof value === 'number' ? value : defaultPasswordPolicy.minLength

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null
