import { UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import {
  cognitoClient,
  cognitoDeviceStore,
  cognitoUserPool,
  parseConfig,
} from '../../src/cognito/index.ts'
import { memoryStorage, Secret } from '../../src/index.ts'

const accessToken = new UnsecuredJWT({ device_key: 'key' }).encode()

test.each([
  ['no other token', { idToken: '', accessToken: '' }, undefined],
  ['an access token of a device', { idToken: '', accessToken }, 'key'],
])('a refresh token is refreshed with %s', async (_, tokens, DeviceKey) => {
  const sent: unknown[] = []
  const config = parseConfig({ userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' })
  const fetch: typeof globalThis.fetch = async (_, init) => {
    sent.push(JSON.parse(String(init?.body)))
    return Response.json({ __type: 'NotAuthorizedException', message: 'Revoked' }, { status: 400 })
  }
  const userPool = cognitoUserPool({
    config,
    request: cognitoClient(config.endpoint, fetch),
    clock: Date,
    devices: cognitoDeviceStore(memoryStorage(), 'abc'),
  })
  const { signal } = new AbortController()
  const refreshed = userPool.refreshTokens(new Secret({ ...tokens, refreshToken: 'r' }), { signal })
  await expect(refreshed).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  expect(sent).toEqual([{ ClientId: 'abc', RefreshToken: 'r', ...(DeviceKey && { DeviceKey }) }])
})
