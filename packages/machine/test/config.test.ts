import { expect, test } from 'vitest'
import { parseConfig } from '../src/cognito/index.ts'
import { createAuth, defaultPasswordPolicy } from '../src/index.ts'

const userPoolId = 'eu-west-1_AbCdEf123'
const clientId = 'a1b2c3d4e5f6g7h8i9j0k1l2m3'

const shapes: [string, object][] = [
  ['our own shape', { userPoolId, userPoolClientId: clientId }],
  [
    'the sandbox’s line',
    {
      endpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
      region: 'eu-west-1',
      userPoolId,
      userPoolClientId: clientId,
      controlUrl: 'http://127.0.0.1:1/_',
    },
  ],
  [
    'Amplify v1 to v5',
    {
      Auth: {
        region: 'eu-west-1',
        userPoolId,
        userPoolWebClientId: clientId,
        mandatorySignIn: false,
      },
    },
  ],
  ['Amplify v6', { Auth: { Cognito: { userPoolId, userPoolClientId: clientId } } }],
  [
    'aws-exports',
    {
      aws_user_pools_id: userPoolId,
      aws_user_pools_web_client_id: clientId,
      aws_cognito_region: 'eu-west-1',
      oauth: {},
    },
  ],
  [
    'amplify_outputs.json',
    {
      version: '1.3',
      auth: { aws_region: 'eu-west-1', user_pool_id: userPoolId, user_pool_client_id: clientId },
    },
  ],
]

test.each(shapes)('reads %s', (_, config) => {
  expect(parseConfig(config)).toEqual({
    region: 'eu-west-1',
    userPoolId,
    userPoolClientId: clientId,
    endpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
    authenticationFlowType: 'USER_SRP_AUTH',
    passwordPolicy: defaultPasswordPolicy,
  })
})

const strict = {
  minLength: 12,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: false,
  requireSymbols: false,
}
const ids = { userPoolId, userPoolClientId: clientId }

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

const cookieStorage = { domain: 'example.com', expires: 30, sameSite: 'strict' }
const exported = { aws_user_pools_id: userPoolId, aws_user_pools_web_client_id: clientId }

test.each<[string, object]>([
  ['our own shape', { ...ids, cookieStorage }],
  ['Amplify v1 to v5', { Auth: { userPoolId, userPoolWebClientId: clientId, cookieStorage } }],
  ['aws-exports', { ...exported, cookieStorage }],
  ['aws-exports with Auth beside it', { ...exported, Auth: { cookieStorage } }],
])('reads the attributes of cookies of %s', (_, config) => {
  expect(parseConfig(config)).toMatchObject({
    userPoolId,
    userPoolClientId: clientId,
    cookieStorage: { ...cookieStorage, path: '/', secure: true },
  })
})

test('a pool in Auth comes before the one of aws-exports', () => {
  const Auth = { userPoolId: 'eu-west-1_Other', userPoolWebClientId: 'other' }
  expect(parseConfig({ ...exported, Auth })).toMatchObject({
    userPoolId: 'eu-west-1_Other',
    userPoolClientId: 'other',
    cookieStorage: undefined,
  })
})

test('China has its own domain', () => {
  const config = parseConfig({ userPoolId: 'cn-north-1_AbCdEf123', userPoolClientId: clientId })
  expect(config.endpoint).toBe('https://cognito-idp.cn-north-1.amazonaws.com.cn/')
})

const wrong: [string, unknown, RegExp][] = [
  ['nothing', undefined, /is missing.*amplify_outputs\.json/],
  ['a string', 'us-east-1_x', /of type string/],
  ['a shape nobody knows', { pool: 'x' }, /none of the shapes we know/],
  ['no client', { userPoolId }, /"userPoolClientId" is missing/],
  ['an empty client', { userPoolId, userPoolClientId: '' }, /"userPoolClientId" is of type string/],
  [
    'no client in amplify_outputs',
    { auth: { user_pool_id: userPoolId } },
    /amplify_outputs\.json: "user_pool_client_id"/,
  ],
  [
    'a pool id that is none',
    { userPoolId: 'AbCdEf123', userPoolClientId: clientId },
    /"AbCdEf123", which is not like/,
  ],
  [
    'an endpoint that is none',
    { userPoolId, userPoolClientId: clientId, endpoint: 'localhost:1x' },
    /not a URL of http/,
  ],
  [
    'a flow nobody knows',
    { userPoolId, userPoolClientId: clientId, authenticationFlowType: 'MAGIC' },
    /MAGIC/,
  ],
  ['cookies that are none', { ...ids, cookieStorage: true }, /"cookieStorage" is not an object/],
  [
    'cookies that every browser refuses',
    { ...ids, cookieStorage: { sameSite: 'none', secure: false } },
    /"cookieStorage\.sameSite" is "none", which needs "secure"/,
  ],
]

test.each(wrong)('refuses %s and says what to do', (_, config, message) => {
  expect(() => createAuth({ config })).toThrow(
    expect.objectContaining({ name: 'ConfigError', message: expect.stringMatching(message) }),
  )
})
