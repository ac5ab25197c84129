import { expectTypeOf, test } from 'vitest'
import { type AuthConfig, createAuth } from '../../src/index.ts'

const ids = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'abc' } as const

test('a configuration is one of the known shapes', () => {
  createAuth({ config: ids })
  createAuth({ config: { Auth: { userPoolId: 'x_1', userPoolWebClientId: 'abc' }, API: {} } })
  createAuth({ config: { Auth: { Cognito: ids } } })
  createAuth({ config: { aws_user_pools_id: 'x_1', aws_user_pools_web_client_id: 'abc' } })
  createAuth({ config: { auth: { user_pool_id: 'x_1', user_pool_client_id: 'abc' } } })
  // @ts-expect-error there is no such setting
  createAuth({ config: { ...ids, reigon: 'eu-west-1' } })
  // @ts-expect-error nor is there one for a secret
  createAuth({ config: { ...ids, clientSecret: 'abc' } })
  // @ts-expect-error in this shape it is called userPoolWebClientId
  createAuth({ config: { Auth: ids } })
  // @ts-expect-error the client is missing
  createAuth({ config: { userPoolId: 'x_1' } })
  // @ts-expect-error it is not known what this is
  createAuth({ config: {} as unknown })
})

test('a configuration says what signs a user in, and what a sign-up has', () => {
  createAuth({ config: { ...ids, loginWith: ['username', 'email'] } })
  createAuth({
    config: { ...ids, signUpAttributes: ['name', { name: 'custom:team', required: false }] },
  })
  createAuth({
    config: { Auth: { userPoolId: 'x_1', userPoolWebClientId: 'abc', loginWith: ['phone'] } },
  })
  createAuth({
    config: {
      Auth: {
        Cognito: {
          ...ids,
          loginWith: { email: true },
          userAttributes: { email: { required: true }, 'custom:team': { required: false } },
        },
      },
    },
  })
  // @ts-expect-error a list
  createAuth({ config: { ...ids, loginWith: 'email' } })
  // @ts-expect-error whether it is required has to be there
  createAuth({ config: { ...ids, signUpAttributes: [{ name: 'email' }] } })
  // @ts-expect-error Amplify v6 has a flag for each
  createAuth({ config: { Auth: { Cognito: { ...ids, loginWith: ['email'] } } } })
})

test('JSON that is imported is taken, with its strings and with what else is in it', () => {
  const outputs = {
    version: '1.4',
    auth: {
      user_pool_id: 'eu-west-1_AbCdEf123',
      aws_region: 'eu-west-1',
      user_pool_client_id: 'abc',
      identity_pool_id: 'eu-west-1:1',
      mfa_methods: [],
      standard_required_attributes: ['email'],
      username_attributes: ['email'],
      user_verification_types: ['email'],
      groups: [],
      mfa_configuration: 'NONE',
      oauth: {
        identity_providers: ['GOOGLE'],
        redirect_sign_in_uri: ['https://shop.example.com/'],
        redirect_sign_out_uri: ['https://shop.example.com/'],
        response_type: 'code',
        scopes: ['openid'],
        domain: 'shop.auth.eu-west-1.amazoncognito.com',
      },
      password_policy: {
        min_length: 8,
        require_lowercase: true,
        require_numbers: true,
        require_symbols: true,
        require_uppercase: true,
      },
      unauthenticated_identities_enabled: true,
      new_in_a_later_version: true,
    },
    data: { url: 'https://api.example.com/' },
  }
  expectTypeOf(outputs).toExtend<AuthConfig>()
  const line = {
    ...ids,
    region: 'eu-west-1',
    identityEndpoint: 'x',
    controlUrl: 'x',
    loginWith: ['email'],
    signUpAttributes: ['name', { name: 'email', required: false }],
    more: 1,
  }
  expectTypeOf(line).toExtend<AuthConfig>()
  const exports = {
    aws_project_region: 'eu-west-1',
    aws_cognito_region: 'eu-west-1',
    aws_user_pools_id: 'x_1',
    aws_user_pools_web_client_id: 'abc',
    oauth: {},
    aws_cognito_username_attributes: [],
    aws_cognito_signup_attributes: ['EMAIL'],
    aws_cognito_password_protection_settings: {
      passwordPolicyMinLength: 8,
      passwordPolicyCharacters: [],
    },
  }
  expectTypeOf(exports).toExtend<AuthConfig>()
  createAuth({ config: { ...exports, Auth: { cookieStorage: { domain: '.example.com' } } } })
})
