import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'
import { clientId, exported, ids, userPoolId } from './config-parts.ts'

const cookieStorage = { domain: 'example.com', expires: 30, sameSite: 'strict' }

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
