import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'
import { ConfigError, createAuth, defaultPasswordPolicy } from '../../src/index.ts'

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
    cookieStorage: { ...cookieStorage, path: '/', secure: undefined },
  })
})

const domain = 'shop.auth.eu-west-1.amazoncognito.com'
const redirectSignIn = ['https://shop.example.com/?a=1,2', 'http://localhost:3000/']
const redirectSignOut = ['https://shop.example.com/bye']
const scopes = ['openid', 'email']
const responseType = 'token'

test.each<[string, object]>([
  [
    'our own shape',
    {
      ...ids,
      hostedUi: {
        domain,
        redirectSignIn,
        redirectSignOut: redirectSignOut[0],
        scopes,
        responseType,
        providers: ['Google', 'LoginWithAmazon', 'SignInWithApple', 'Okta'],
      },
    },
  ],
  [
    'our own shape, with an origin',
    {
      ...ids,
      hostedUiOrigin: `https://${domain}/`,
      hostedUi: {
        redirectSignIn,
        redirectSignOut,
        scope: scopes,
        responseType,
        providers: ['Google', 'Amazon', 'Apple', 'Okta'],
      },
    },
  ],
  [
    'Amplify v1 to v4',
    {
      Auth: {
        userPoolId,
        userPoolWebClientId: clientId,
        oauth: {
          awsCognito: {
            domain,
            scope: scopes,
            redirectSignIn: redirectSignIn.join(','),
            redirectSignOut: redirectSignOut[0],
            responseType,
            providers: ['Google', 'Amazon', 'Apple', 'Okta'],
          },
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
          loginWith: {
            email: true,
            oauth: {
              domain,
              scopes,
              redirectSignIn,
              redirectSignOut,
              responseType,
              providers: ['Google', 'Amazon', 'Apple', { custom: 'Okta' }],
            },
          },
        },
      },
    },
  ],
  [
    'aws-exports',
    {
      ...exported,
      oauth: {
        domain,
        scope: scopes,
        redirectSignIn: `${redirectSignIn.join(', ')},`,
        redirectSignOut: redirectSignOut.join(','),
        responseType,
      },
      federationTarget: 'COGNITO_USER_POOLS',
      aws_cognito_social_providers: ['GOOGLE', 'AMAZON', 'APPLE', 'Okta'],
    },
  ],
  [
    'amplify_outputs.json',
    {
      auth: {
        user_pool_id: userPoolId,
        user_pool_client_id: clientId,
        oauth: {
          identity_providers: ['GOOGLE', 'LOGIN_WITH_AMAZON', 'SIGN_IN_WITH_APPLE', 'Okta'],
          domain,
          scopes,
          redirect_sign_in_uri: redirectSignIn,
          redirect_sign_out_uri: redirectSignOut,
          response_type: responseType,
        },
      },
    },
  ],
])('reads the hosted UI of %s', (_, config) => {
  expect(parseConfig(config).hostedUi).toEqual({
    origin: `https://${domain}`,
    redirectSignIn,
    redirectSignOut,
    scopes,
    responseType,
    providers: ['Google', 'LoginWithAmazon', 'SignInWithApple', 'Okta'],
    allowIdpInitiated: false,
    isDataCollected: true,
  })
})

test.each([
  'http://localhost:8080',
  'http://shop.localhost:8080',
  'http://127.0.0.1:8080',
  'http://[::1]:8080',
])('the line of a sandbox has a hosted UI at %s', (hostedUiOrigin) => {
  expect(parseConfig({ ...ids, hostedUiOrigin }).hostedUi).toEqual({
    origin: hostedUiOrigin,
    redirectSignIn: [],
    redirectSignOut: [],
    scopes: ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'],
    responseType: 'code',
    providers: [],
    allowIdpInitiated: false,
    isDataCollected: true,
  })
})

test('a hosted UI may forgo the data of advanced security', () => {
  const options = { AdvancedSecurityDataCollectionFlag: false }
  const { hostedUi } = parseConfig({ ...ids, hostedUi: { domain, options } })
  expect(hostedUi).toMatchObject({ isDataCollected: false })
})

const identityPoolId = 'eu-central-1:1a2b3c4d-5e6f-1234-abcd-1234567890ab'

test.each<[string, object]>([
  ['our own shape', { ...ids, identityPoolId, mandatorySignIn: true }],
  [
    'Amplify v1 to v5',
    {
      Auth: { userPoolId, userPoolWebClientId: clientId, identityPoolId, mandatorySignIn: true },
    },
  ],
  ['Amplify v6', { Auth: { Cognito: { ...ids, identityPoolId, allowGuestAccess: false } } }],
  [
    'aws-exports',
    { ...exported, aws_cognito_identity_pool_id: identityPoolId, aws_mandatory_sign_in: 'enable' },
  ],
  [
    'amplify_outputs.json',
    {
      auth: {
        user_pool_id: userPoolId,
        user_pool_client_id: clientId,
        identity_pool_id: identityPoolId,
        unauthenticated_identities_enabled: false,
      },
    },
  ],
])('reads the identity pool of %s', (_, config) => {
  expect(parseConfig(config)).toMatchObject({
    identityPoolId,
    identityEndpoint: 'https://cognito-identity.eu-central-1.amazonaws.com/',
    mandatorySignIn: true,
  })
})

test.each<[string, object, string]>([
  [
    'a region of its own',
    {
      Auth: {
        identityPoolId,
        userPoolId,
        userPoolWebClientId: clientId,
        identityPoolRegion: 'eu-central-1',
      },
    },
    'https://cognito-identity.eu-central-1.amazonaws.com/',
  ],
  [
    'an endpoint of its own',
    { ...ids, identityPoolId, identityEndpoint: 'http://127.0.0.1:8080' },
    'http://127.0.0.1:8080',
  ],
  [
    'an endpoint of its own, in v6',
    { Auth: { Cognito: { ...ids, identityPoolId, identityPoolEndpoint: 'https://vpce.example' } } },
    'https://vpce.example',
  ],
  [
    'China',
    { ...ids, identityPoolId: identityPoolId.replace('eu-central-1', 'cn-north-1') },
    'https://cognito-identity.cn-north-1.amazonaws.com.cn/',
  ],
])('the identity pool may have %s', (_, config, identityEndpoint) => {
  expect(parseConfig(config)).toMatchObject({ identityEndpoint })
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
  ['an unknown shape', { pool: 'x', id: 1 }, /has pool, id: none of the shapes we know\. Known/],
  ['an empty one', {}, /has nothing: none of the shapes we know/],
  ['no client', { userPoolId }, /"userPoolClientId" is missing/],
  ['an empty client', { userPoolId, userPoolClientId: '' }, /"userPoolClientId" is empty/],
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
    'an unknown flow',
    { userPoolId, userPoolClientId: clientId, authenticationFlowType: 'MAGIC' },
    /MAGIC/,
  ],
  ['cookies that are none', { ...ids, cookieStorage: true }, /"cookieStorage" is not an object/],
  [
    'an attribute of cookies that is mistyped',
    { Auth: { userPoolId, userPoolWebClientId: clientId, cookieStorage: { domian: 'a.example' } } },
    /"cookieStorage\.domian" is not known; known are domain, /,
  ],
  [
    'cookies that every browser rejects',
    { ...ids, cookieStorage: { sameSite: 'none', secure: false } },
    /"cookieStorage\.sameSite" is "none", which needs "secure"/,
  ],
  [
    'an identity pool alone',
    { Auth: { identityPoolId, region: 'eu-central-1' } },
    /Auth }\): "userPoolId" is missing/,
  ],
  [
    'an identity pool alone in aws-exports',
    { aws_cognito_identity_pool_id: identityPoolId },
    /aws-exports\.js: "aws_user_pools_id" is missing/,
  ],
  [
    'an identity pool id that is none',
    { ...ids, identityPoolId: 'shop' },
    /"identityPoolId" is "shop", which is not like/,
  ],
  [
    'an endpoint of identities that is none',
    { ...ids, identityEndpoint: 'ftp://x/' },
    /"identityEndpoint" is "ftp:\/\/x\/", which is not a URL/,
  ],
  [
    'a text for a flag',
    { ...ids, mandatorySignIn: 'yes' },
    /"mandatorySignIn" is of type string, not true or false/,
  ],
  [
    'OAuth without a domain',
    { ...exported, oauth: { scope: scopes } },
    /aws-exports\.js: "oauth\.domain" is missing/,
  ],
  ['OAuth that is none', { ...exported, oauth: 'x' }, /"oauth" is of type string, not an object/],
  [
    'plain http elsewhere',
    { ...ids, hostedUiOrigin: 'http://shop.example.com' },
    /"hostedUiOrigin" is "http:\/\/shop\.example\.com".*http only on localhost/,
  ],
  [
    'plain http on a name that only begins like a local one',
    { ...ids, hostedUiOrigin: 'http://localhost.example.com' },
    /http only on localhost/,
  ],
  [
    'a domain with a path',
    { ...ids, hostedUi: { domain: `${domain}/login` } },
    /"hostedUi\.domain" is .*not a domain like/,
  ],
  [
    'scopes without openid',
    { ...ids, hostedUi: { domain, scope: ['email'] } },
    /"hostedUi\.scope" is a list without "openid": Cognito would not send an ID token/,
  ],
  [
    'scopes that are no list',
    { ...ids, hostedUi: { domain, scopes: 'openid email' } },
    /"hostedUi\.scopes" is of type string, not a list/,
  ],
  [
    'a redirect that is no URL',
    {
      auth: {
        user_pool_id: userPoolId,
        user_pool_client_id: clientId,
        oauth: { domain, redirect_sign_in_uri: ['/in'] },
      },
    },
    /amplify_outputs\.json: "oauth\.redirect_sign_in_uri" is a list with "\/in"/,
  ],
  [
    'an unknown grant',
    { ...ids, hostedUi: { domain, responseType: 'id_token' } },
    /"hostedUi\.responseType" is "id_token", which is not "code" or "token"/,
  ],
  [
    'a provider that is none',
    { ...ids, hostedUi: { domain, providers: [{ name: 'Okta' }] } },
    /"hostedUi\.providers" is a list with {"name":"Okta"}/,
  ],
  [
    'a flag of advanced security that is none',
    { ...ids, hostedUi: { domain, options: { AdvancedSecurityDataCollectionFlag: 1 } } },
    /"hostedUi\.options\.AdvancedSecurityDataCollectionFlag" is of type number/,
  ],
]

test.each(wrong)('rejects %s and says what to do', (_, config, message) => {
  const create = () => Reflect.apply(createAuth, undefined, [{ config }])
  expect(create).toThrow(
    expect.objectContaining({ name: 'ConfigError', message: expect.stringMatching(message) }),
  )
})

test.each([
  ['no options', [], /createAuth\(\) needs { config }/],
  ['a storage that is none', [{ config: ids, storage: 'cookie' }], /"storage" has no getItem/],
])('rejects %s', (_, options, message) => {
  const create = () => Reflect.apply(createAuth, undefined, options)
  expect(create).toThrow(ConfigError)
  expect(create).toThrow(message)
})
