import { expect, test } from 'vitest'
import { ConfigError, createAuth } from '../../src/index.ts'
import {
  clientId,
  domain,
  exported,
  identityPoolId,
  ids,
  scopes,
  userPoolId,
} from './config-parts.ts'

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
