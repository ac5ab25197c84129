import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'

const userPoolId = 'eu-west-1_AbCdEf123'
const userPoolClientId = 'a1b2c3d4e5f6g7h8i9j0k1l2m3'
const ids = { userPoolId, userPoolClientId }
const classic = { userPoolId, userPoolWebClientId: userPoolClientId }
const exported = { aws_user_pools_id: userPoolId, aws_user_pools_web_client_id: userPoolClientId }
const outputs = { user_pool_id: userPoolId, user_pool_client_id: userPoolClientId }
const oauth = { domain: 'shop.auth.eu-west-1.amazoncognito.com' }

const unknown: [string, object, RegExp][] = [
  [
    'our own shape',
    { ...ids, reigon: 'eu-west-1' },
    /"reigon" is not known: did you mean "region"/,
  ],
  [
    'a name of another shape',
    { ...ids, userPoolWebClientId: 'x' },
    /did you mean "userPoolClientId"/,
  ],
  [
    'a shorter name',
    { userPoolId, clientId: 'x' },
    /"userPoolClientId" is missing, not a text; given is: userPoolId, clientId$/,
  ],
  [
    'what is needed of the hosted UI',
    { ...ids, hostedUi: { domian: oauth.domain } },
    /"hostedUi.domain" is missing, not a text; given is: domian$/,
  ],
  ['another case', { ...ids, identityPoolID: 'x' }, /did you mean "identityPoolId"/],
  ['a name like no other', { ...ids, colour: 'red' }, /"colour" is not known$/],
  ['an inherited name', { ...ids, constructor: 1 }, /"constructor" is not known/],
  [
    'the hosted UI',
    { ...ids, hostedUi: { ...oauth, redirectSignin: 'https://a.example/' } },
    /"hostedUi.redirectSignin" .* "redirectSignIn"/,
  ],
  [
    'the password policy',
    { ...ids, passwordPolicy: { minLenght: 9 } },
    /"passwordPolicy.minLenght" .* "minLength"/,
  ],
  [
    'Amplify v1 to v5',
    { Auth: { ...classic, mandatorySignin: true } },
    /"mandatorySignin" .* "mandatorySignIn"/,
  ],
  [
    'oauth of v1 to v5',
    { Auth: { ...classic, oauth: { ...oauth, scop: [] } } },
    /"oauth.scop" .* "scope"/,
  ],
  ['Amplify v6', { Auth: { Cognito: { ...ids, loginWth: {} } } }, /"loginWth" .* "loginWith"/],
  [
    'oauth of v6',
    { Auth: { Cognito: { ...ids, loginWith: { oauth: { ...oauth, provider: [] } } } } },
    /"loginWith.oauth.provider" .* "providers"/,
  ],
]

test.each(unknown)('a setting that is mistyped in %s is rejected', (_, config, message) => {
  expect(() => parseConfig(config)).toThrow(message)
})

test.each<[string, object]>([
  ['our own shape', { ...ids, clientSecret: 's3cr3t' }],
  ['Amplify v1 to v5', { Auth: { ...classic, userPoolWebClientSecret: 's3cr3t' } }],
  ['Amplify v6', { Auth: { Cognito: { ...ids, clientSecret: 's3cr3t' } } }],
  [
    'its oauth',
    { Auth: { Cognito: { ...ids, loginWith: { oauth: { ...oauth, client_secret: 's3cr3t' } } } } },
  ],
  ['aws-exports', { ...exported, aws_user_pools_web_client_secret: 's3cr3t' }],
  ['amplify_outputs', { auth: { ...outputs, user_pool_client_secret: 's3cr3t' } }],
])('a client secret in %s is rejected, and not repeated', (_, config) => {
  expect(() => parseConfig(config)).toThrow(/a secret, which every visitor can read/)
  expect(() => parseConfig(config)).not.toThrow(/s3cr3t/)
})

const contradictions: [string, object, RegExp][] = [
  [
    'a Region that is not the pool’s',
    { ...ids, region: 'us-east-1' },
    /"region" is "us-east-1", but the pool is in "eu-west-1"/,
  ],
  [
    'a Region of aws-exports',
    { ...exported, aws_cognito_region: 'us-east-1' },
    /"aws_cognito_region" is/,
  ],
  [
    'a Region of the identity pool',
    {
      ...ids,
      identityPoolId: 'eu-west-1:1a2b3c4d-5e6f-1234-abcd-1234567890ab',
      identityPoolRegion: 'us-east-1',
    },
    /but the pool is in "eu-west-1"/,
  ],
  [
    'two shapes with two pools',
    { ...ids, auth: { ...outputs, user_pool_id: 'us-east-1_Other' } },
    /amplify_outputs.json has us-east-1_Other, .* but .* has eu-west-1_AbCdEf123, .*: leave one out/,
  ],
  [
    'two shapes with two clients',
    { Auth: { Cognito: { ...ids, userPoolClientId: 'other' } }, ...exported },
    /leave one out/,
  ],
  [
    'two names of a setting',
    { ...ids, hostedUi: { ...oauth, scope: ['openid'], scopes: ['openid', 'email'] } },
    /"hostedUi.scope" is not what "scopes" is, another name of it/,
  ],
  [
    'two hosted UIs',
    { ...ids, hostedUiOrigin: 'https://a.example', hostedUi: { domain: 'b.example' } },
    /"hostedUiOrigin" is "https:\/\/a.example", but its domain is/,
  ],
]

test.each(contradictions)('%s are rejected', (_, config, message) => {
  expect(() => parseConfig(config)).toThrow(message)
})

test.each<[string, object]>([
  [
    'a replica in another Region, with its endpoint',
    { ...ids, region: 'us-east-1', endpoint: 'https://replica.example/' },
  ],
  ['two shapes that agree', { ...ids, auth: outputs }],
  [
    'a pool in Auth beside aws-exports, as in Amplify',
    { ...exported, Auth: { ...classic, userPoolId: 'eu-west-1_Other' } },
  ],
  [
    'what a tool writes besides',
    {
      ...exported,
      aws_project_region: 'us-east-1',
      aws_user_files_s3_bucket: 'b',
      federationTarget: 'COGNITO_USER_POOLS',
      aws_cognito_username_attributes: ['EMAIL'],
      oauth: {},
    },
  ],
  [
    'what Amplify’s outputs will have one day',
    {
      version: '2',
      auth: { ...outputs, aws_region: 'eu-west-1', passkey_settings: {}, mfa_methods: ['TOTP'] },
      data: {},
    },
  ],
  [
    'all of v6',
    {
      Auth: {
        Cognito: {
          ...ids,
          signUpVerificationMethod: 'code',
          mfa: {},
          userAttributes: {},
          groups: [],
          passwordless: {},
          loginWith: { email: true },
        },
      },
      API: {},
    },
  ],
  ['what is left out as undefined', { ...ids, nothing: undefined, none: null }],
])('%s is taken', (_, config) => {
  expect(parseConfig(config).userPoolClientId).toBe(userPoolClientId)
})

test('a region in the id of the pool that AWS cannot have is rejected, unless there is an endpoint', () => {
  const typed = { ...ids, userPoolId: 'us-east1_AbCdEf123' }
  expect(() => parseConfig(typed)).toThrow(
    /"us-east1_AbCdEf123", whose region is not like "us-east-1"/,
  )
  expect(parseConfig({ ...typed, endpoint: 'http://localhost:9229' }).region).toBe('us-east1')
  for (const region of ['us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1', 'ap-southeast-12']) {
    expect(parseConfig({ ...ids, userPoolId: `${region}_AbCdEf123` }).region).toBe(region)
  }
})

test('what is handed in instead of the configuration is named', () => {
  expect(() => parseConfig(undefined)).toThrow(/is missing: call createAuth\({ config }\)\. Known/)
  expect(() => parseConfig({ default: { auth: outputs } })).toThrow(/a module: give its default\./)
  expect(() => parseConfig(Promise.resolve(ids))).toThrow(/Await it\./)
})
