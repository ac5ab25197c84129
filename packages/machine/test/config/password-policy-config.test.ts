import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'
import { clientId, ids, userPoolId } from './config-parts.ts'

const strict = {
  minLength: 12,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: false,
  requireSymbols: false,
}

test.each<[string, object]>([
  ['our own shape', { ...ids, passwordPolicy: strict }],
  [
    'amplify_outputs.json',
    {
      auth: {
        user_pool_id: userPoolId,
        user_pool_client_id: clientId,
        password_policy: {
          min_length: 12,
          require_uppercase: true,
          require_lowercase: true,
          require_numbers: false,
          require_symbols: false,
        },
      },
    },
  ],
  [
    'Amplify v6',
    {
      Auth: {
        Cognito: {
          ...ids,
          passwordFormat: { minLength: 12, requireUppercase: true, requireLowercase: true },
        },
      },
    },
  ],
  [
    'aws-exports',
    {
      aws_user_pools_id: userPoolId,
      aws_user_pools_web_client_id: clientId,
      aws_cognito_password_protection_settings: {
        passwordPolicyMinLength: 12,
        passwordPolicyCharacters: ['REQUIRES_LOWERCASE', 'REQUIRES_UPPERCASE'],
      },
    },
  ],
])('reads the password policy of %s', (_, config) => {
  expect(parseConfig(config).passwordPolicy).toEqual(strict)
})
