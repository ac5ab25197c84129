import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'
import { defaultPasswordPolicy } from '../../src/index.ts'
import { clientId, exported, userPoolId } from './config-parts.ts'

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
    formSettings: { loginWith: ['username'], attributes: [] },
    identityEndpoint: 'https://cognito-identity.eu-west-1.amazonaws.com/',
    mandatorySignIn: false,
  })
})

test('reads all of the classic manual set-up with its oauth options', () => {
  const oauth = {
    domain: 'my-shop.auth.eu-west-1.amazoncognito.com',
    scope: ['phone', 'email', 'profile', 'openid', 'aws.cognito.signin.user.admin'],
    redirectSignIn: 'http://www.example.com/signin',
    redirectSignOut: 'http://www.example.com/signout',
    responseType: 'code',
    options: { AdvancedSecurityDataCollectionFlag: true },
  }
  const configured = {
    Auth: {
      identityPoolId: 'eu-west-1:1a2b3c4d-5e6f-1234-abcd-1234567890ab',
      region: 'eu-west-1',
      userPoolId: 'eu-west-1_abcd1234',
      userPoolWebClientId: clientId,
      mandatorySignIn: false,
      cookieStorage: { domain: '.example.com', path: '/', expires: 365, secure: true },
      oauth,
    },
  }
  expect(parseConfig(configured)).toEqual({
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_abcd1234',
    userPoolClientId: clientId,
    endpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
    authenticationFlowType: 'USER_SRP_AUTH',
    passwordPolicy: defaultPasswordPolicy,
    formSettings: { loginWith: ['username'], attributes: [] },
    cookieStorage: {
      domain: '.example.com',
      path: '/',
      expires: 365,
      secure: true,
      sameSite: 'lax',
    },
    hostedUi: {
      origin: 'https://my-shop.auth.eu-west-1.amazoncognito.com',
      redirectSignIn: ['http://www.example.com/signin'],
      redirectSignOut: ['http://www.example.com/signout'],
      scopes: ['phone', 'email', 'profile', 'openid', 'aws.cognito.signin.user.admin'],
      responseType: 'code',
      providers: [],
      allowIdpInitiated: false,
      isDataCollected: true,
    },
    identityPoolId: 'eu-west-1:1a2b3c4d-5e6f-1234-abcd-1234567890ab',
    identityEndpoint: 'https://cognito-identity.eu-west-1.amazonaws.com/',
    mandatorySignIn: false,
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
