import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'
import { clientId, domain, exported, ids, scopes, userPoolId } from './config-parts.ts'

const redirectSignIn = ['https://shop.example.com/?a=1,2', 'http://localhost:3000/']
const redirectSignOut = ['https://shop.example.com/bye']
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
