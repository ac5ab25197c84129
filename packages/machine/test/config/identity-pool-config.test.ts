import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'
import { clientId, exported, identityPoolId, ids, userPoolId } from './config-parts.ts'

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
