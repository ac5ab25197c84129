import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Sandbox } from '../../src/index.ts'
import {
  type Client,
  createClient,
  email,
  errorOf,
  password,
  type Reply,
} from '../support/client.ts'
import { createDevice } from '../support/device.ts'
import { createIdentityClient } from '../support/identity-client.ts'
import { passkeysOf, requestOptionsOf } from '../support/passkeys.ts'
import { createReachable, phone, requestCode, signInWithCode } from '../support/passwordless.ts'

let sandbox: Sandbox
let client: Client

function open(pool: PoolOptionsPatch = {}) {
  sandbox = createSandbox({ pool: { Passwordless: true, ...pool } })
  client = createClient(sandbox)
}

beforeEach(() => open())

const setPool = (options: PoolOptionsPatch) => client.control('PATCH', '/pool', options)

/** A user with a password, both contacts and a passkey. */
async function createComplete() {
  await createReachable(client, email)
  await client.admin('AdminSetUserPassword', {
    Username: email,
    Password: password,
    Permanent: true,
  })
  const { AccessToken } = (await client.signInWithPassword(email)).body.AuthenticationResult
  const user = passkeysOf(client, AccessToken)
  await user.register()
  return user
}

type SignIn = (user: Awaited<ReturnType<typeof createComplete>>) => Promise<Reply>

const signIns: [string, SignIn][] = [
  ['PASSWORD', () => client.choose({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })],
  [
    'EMAIL_OTP',
    async () => {
      const { session, code } = await requestCode(client, 'EMAIL_OTP', email)
      return client.respond('EMAIL_OTP', session, { EMAIL_OTP_CODE: code })
    },
  ],
  [
    'SMS_OTP',
    async () => {
      const { session, code } = await requestCode(client, 'SMS_OTP', phone)
      return client.respond('SMS_OTP', session, { SMS_OTP_CODE: code })
    },
  ],
  [
    'WEB_AUTHN',
    async ({ authenticator }) => {
      const challenge = await client.choose({ PREFERRED_CHALLENGE: 'WEB_AUTHN' })
      const CREDENTIAL = JSON.stringify(await authenticator.get(requestOptionsOf(challenge)))
      return client.respond('WEB_AUTHN', challenge.body.Session, { CREDENTIAL })
    },
  ],
]

test.each(signIns)('refresh tokens rotate after %s', async (_, signIn) => {
  const user = await createComplete()
  await setPool({ RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } })
  const refresh = (RefreshToken: string) =>
    client.send('GetTokensFromRefreshToken', { RefreshToken })
  const { RefreshToken: first, AccessToken } = (await signIn(user)).body.AuthenticationResult
  const { RefreshToken: second, ...fresh } = (await refresh(first)).body.AuthenticationResult
  expect(second).not.toBe(first)
  expect(decodeJwt(fresh.AccessToken).auth_time).toBe(decodeJwt(AccessToken).auth_time)
  expect((await refresh(second)).status).toBe(200)
  expect(errorOf(await refresh(first))[1]).toBe('RefreshTokenReuseException')
})

describe('in a pool that tracks devices', () => {
  const always = { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } }

  beforeEach(() => open(always))

  const byCode = async (parameters: Record<string, string> = {}) => {
    const { body } = await client.choose({ PREFERRED_CHALLENGE: 'EMAIL_OTP', ...parameters })
    const EMAIL_OTP_CODE = await client.lastCode(email)
    return client.respond('EMAIL_OTP', body.Session, { EMAIL_OTP_CODE, ...parameters })
  }

  test('a code leads to the keys of a new device, and a device key to tokens without a challenge', async () => {
    await client.confirmed()
    const { AccessToken, NewDeviceMetadata } = (await byCode()).body.AuthenticationResult
    if (!NewDeviceMetadata) throw new Error('No new device.')
    await createDevice(client, NewDeviceMetadata).confirm(AccessToken)
    const { DeviceKey } = NewDeviceMetadata
    const again = (await byCode({ DEVICE_KEY: DeviceKey })).body.AuthenticationResult
    expect(again.NewDeviceMetadata).toBeUndefined()
    const refresh = (request: object) =>
      client.send('GetTokensFromRefreshToken', { RefreshToken: again.RefreshToken, ...request })
    expect(errorOf(await refresh({}))[1]).toBe('NotAuthorizedException')
    expect((await refresh({ DeviceKey })).status).toBe(200)
  })

  test('a password leads to the challenge of the device, as in the other flows', async () => {
    await client.confirmed()
    const { AccessToken, NewDeviceMetadata } = (await byCode()).body.AuthenticationResult
    if (!NewDeviceMetadata) throw new Error('No new device.')
    await createDevice(client, NewDeviceMetadata).confirm(AccessToken)
    const { body } = await client.choose({
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD: password,
      DEVICE_KEY: NewDeviceMetadata.DeviceKey,
    })
    expect(body.ChallengeName).toBe('DEVICE_SRP_AUTH')
  })

  test('a device key that is not the user’s does not matter', async () => {
    await client.confirmed()
    const DEVICE_KEY = 'us-east-1_00000000-0000-4000-8000-000000000000'
    expect((await byCode({ DEVICE_KEY })).status).toBe(200)
    const passwordToo = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password, DEVICE_KEY }
    expect((await client.choose(passwordToo)).status).toBe(200)
  })
})

describe('IssuerConfiguration', () => {
  const original = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Sandbox01'
  const updated = 'https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_Sandbox01'

  const issuers = async () => {
    await client.confirmed()
    const { IdToken, AccessToken } = (await signInWithCode(client, email)).AuthenticationResult
    const { config, fetch } = sandbox
    const url = `${config.endpoint}/${config.userPoolId}/.well-known/openid-configuration`
    const { issuer } = (await (await fetch(url)).json()) as { issuer: string }
    return [decodeJwt(IdToken).iss, decodeJwt(AccessToken).iss, issuer]
  }

  test('is ORIGINAL by default', async () => {
    expect(await issuers()).toEqual([original, original, original])
    const { body } = await client.admin('DescribeUserPool')
    expect(body).toMatchObject({ UserPool: { IssuerConfiguration: { Type: 'ORIGINAL' } } })
  })

  test('UPDATED names the other host', async () => {
    await client.admin('UpdateUserPool', { IssuerConfiguration: { Type: 'UPDATED' } })
    expect(await issuers()).toEqual([updated, updated, updated])
  })

  test('a change ends no session', async () => {
    const { AccessToken, RefreshToken } = await client.signedIn()
    await setPool({ IssuerConfiguration: { Type: 'UPDATED' } })
    expect((await client.call('GetUser', { AccessToken })).status).toBe(200)
    const { body } = await client.send('GetTokensFromRefreshToken', { RefreshToken })
    expect(decodeJwt(body.AuthenticationResult.AccessToken).iss).toBe(updated)
  })

  test('tokens of both are logins of the same identity', async () => {
    const pool = createIdentityClient(sandbox)
    const { IdToken, RefreshToken } = await client.signedIn()
    const { body: first } = await pool.getId({ [original.slice(8)]: IdToken })
    await setPool({ IssuerConfiguration: { Type: 'UPDATED' } })
    const { body } = await client.send('GetTokensFromRefreshToken', { RefreshToken })
    const token = body.AuthenticationResult.IdToken
    const { body: second } = await pool.getId({ [updated.slice(8)]: token })
    expect(second).toEqual(first)
    expect((await pool.getId({ [original.slice(8)]: token })).status).toBe(400)
  })
})
