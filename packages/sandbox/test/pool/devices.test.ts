import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { createDevice } from '../support/device.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { proveSrp, srpKey, startSrp } from '../support/srp-client.ts'

freezeTime()

const always: PoolOptionsPatch = {
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
}
const notFound = [400, 'ResourceNotFoundException', 'Device does not exist.']
const tokens = expect.objectContaining({ AccessToken: expect.stringMatching(/^ey/) })

let client: Client

async function begin(pool: PoolOptionsPatch) {
  client = createClient(createSandbox({ pool }))
  await client.confirmed()
}

const signIn = (DEVICE_KEY?: string) =>
  client.initiate('USER_PASSWORD_AUTH', {
    USERNAME: email,
    PASSWORD: password,
    ...(DEVICE_KEY !== undefined && { DEVICE_KEY }),
  })

async function newDevice() {
  const result = (await signIn()).body.AuthenticationResult
  if (!result.NewDeviceMetadata) throw new Error('No new device.')
  return { ...result, device: createDevice(client, result.NewDeviceMetadata) }
}

async function confirmedDevice() {
  const made = await newDevice()
  await made.device.confirm(made.AccessToken)
  return made
}

async function requireEmailCodes(AccessToken: string) {
  await client.control('PATCH', '/pool', {
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: {},
  })
  await client.call('SetUserMFAPreference', { AccessToken, EmailMfaSettings: { Enabled: true } })
}

beforeEach(() => begin(always))

describe('a new device', () => {
  test('gets keys, which the access token contains', async () => {
    const { AccessToken, IdToken, NewDeviceMetadata } = await newDevice()
    expect(NewDeviceMetadata).toEqual({
      DeviceKey: expect.stringMatching(/^us-east-1_[0-9a-f-]{36}$/),
      DeviceGroupKey: expect.stringMatching(/^-[A-Za-z0-9]{8}$/),
    })
    expect(decodeJwt(AccessToken).device_key).toBe(NewDeviceMetadata?.DeviceKey)
    expect(decodeJwt(IdToken)).not.toHaveProperty('device_key')
  })

  test('gets none if the pool does not track devices', async () => {
    await client.control('PATCH', '/pool', { DeviceConfiguration: null })
    const { body } = await signIn()
    expect(body.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
    expect(decodeJwt(body.AuthenticationResult.AccessToken)).not.toHaveProperty('device_key')
  })

  test('exists once it is confirmed', async () => {
    const { AccessToken, device } = await newDevice()
    expect((await client.call('ListDevices', { AccessToken })).body).toEqual({ Devices: [] })
    expect(errorOf(await signIn(device.DeviceKey))).toEqual(notFound)
    expect((await device.confirm(AccessToken)).body).toEqual({ UserConfirmationNecessary: false })
    const { DeviceKey } = device
    const { body } = await client.call('GetDevice', { AccessToken, DeviceKey })
    expect(body).toEqual({
      Device: {
        DeviceKey,
        DeviceAttributes: [
          { Name: 'device_status', Value: 'valid' },
          { Name: 'device_name', Value: 'Browser' },
          { Name: 'last_ip_used', Value: '127.0.0.1' },
          { Name: 'dev:device_remembered_status', Value: 'remembered' },
        ],
        DeviceCreateDate: expect.any(Number),
        DeviceLastModifiedDate: expect.any(Number),
        DeviceLastAuthenticatedDate: expect.any(Number),
      },
    })
  })

  test('is confirmed once, by its own sign-in, with a verifier', async () => {
    const { AccessToken, device } = await newDevice()
    const other = await newDevice()
    expect(errorOf(await device.confirm(other.AccessToken))).toEqual(notFound)
    for (const config of [undefined, {}, { Salt: '!', PasswordVerifier: 'AAAA' }]) {
      const rejected = await device.confirm(AccessToken, { DeviceSecretVerifierConfig: config })
      expect(errorOf(rejected)[1]).toBe('InvalidParameterException')
    }
    expect((await device.confirm(AccessToken)).status).toBe(200)
    expect(errorOf(await device.confirm(AccessToken))[1]).toBe('DeviceKeyExistsException')
  })

  test('needs a key', async () => {
    const { AccessToken } = await newDevice()
    expect(errorOf(await client.call('ForgetDevice', { AccessToken }))).toEqual([
      400,
      'InvalidParameterException',
      "1 validation error detected: Value null at 'deviceKey' failed to satisfy constraint: Member must not be null",
    ])
  })
})

describe('a remembered device', () => {
  test('proves its secret after the second factor if the pool requires both', async () => {
    const { AccessToken, device } = await confirmedDevice()
    await requireEmailCodes(AccessToken)
    await client.control('PATCH', '/pool', {
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: false },
    })
    const first = (await signIn(device.DeviceKey)).body
    expect(first.ChallengeName).toBe('EMAIL_OTP')
    const { body } = await client.respond('EMAIL_OTP', first.Session, {
      EMAIL_OTP_CODE: await client.lastCode(email),
    })
    expect(body.ChallengeName).toBe('DEVICE_SRP_AUTH')
    expect((await device.prove(body.Session)).body.AuthenticationResult).toEqual(tokens)
  })

  test('may send its key with the code', async () => {
    const { AccessToken, device } = await confirmedDevice()
    await requireEmailCodes(AccessToken)
    const { Session } = (await signIn()).body
    const answer = (DEVICE_KEY: string, EMAIL_OTP_CODE: string) =>
      client.respond('EMAIL_OTP', Session, { EMAIL_OTP_CODE, DEVICE_KEY })
    const code = await client.lastCode(email)
    expect(errorOf(await answer('us-east-1_0', code))).toEqual(notFound)
    const { body } = await answer(device.DeviceKey, code)
    expect(body.ChallengeName).toBe('DEVICE_SRP_AUTH')
  })

  test('proves its secret without a second factor too', async () => {
    const { device } = await confirmedDevice()
    const { body } = await signIn(device.DeviceKey)
    expect((await device.prove(body.Session)).body.AuthenticationResult).toEqual(tokens)
  })

  test('is rejected with a wrong secret, and its session too', async () => {
    const { device } = await confirmedDevice()
    const { body } = await device.begin((await signIn(device.DeviceKey)).body.Session)
    const answer = (secret?: string) =>
      client.send('RespondToAuthChallenge', {
        ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
        Session: body.Session,
        ChallengeResponses: device.proof(body.ChallengeParameters, secret),
      })
    expect(errorOf(await answer('guess'))).toEqual([
      400,
      'NotAuthorizedException',
      'Incorrect username or password.',
    ])
    expect(errorOf(await answer())[2]).toBe(
      'Invalid session for the user, session can only be used once.',
    )
  })

  test('cannot begin without the password, nor with another key', async () => {
    const { device } = await confirmedDevice()
    expect(errorOf(await device.begin(undefined))).toEqual([
      400,
      'NotAuthorizedException',
      'Cannot initiate DEVICE_SRP_AUTH flow without first authenticating',
    ])
    const other = await confirmedDevice()
    const { Session } = (await signIn(device.DeviceKey)).body
    expect(errorOf(await device.begin(Session, { DEVICE_KEY: other.device.DeviceKey }))).toEqual(
      notFound,
    )
    expect(errorOf(await device.begin(Session, { SRP_A: '0' }))[2]).toBe('Invalid SRP_A')
    expect((await device.begin(Session)).status).toBe(200)
  })

  test('leaves PASSWORD_VERIFIER open if it is unknown, for a response without it', async () => {
    const { device } = await confirmedDevice()
    const key = srpKey(99n)
    const { body } = await startSrp(client, email, key)
    const proof = proveSrp(key, body.ChallengeParameters, password, 'Sandbox01')
    const answer = (more = {}) =>
      client.send('RespondToAuthChallenge', {
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: { ...proof, ...more },
      })
    expect(errorOf(await answer({ DEVICE_KEY: 'us-east-1_0' }))).toEqual(notFound)
    expect((await answer()).body.AuthenticationResult).toHaveProperty('NewDeviceMetadata')
    const again = await startSrp(client, email, key)
    const next = proveSrp(key, again.body.ChallengeParameters, password, 'Sandbox01')
    const known = await client.send('RespondToAuthChallenge', {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: { ...next, DEVICE_KEY: device.DeviceKey },
    })
    expect(known.body.ChallengeName).toBe('DEVICE_SRP_AUTH')
  })

  test('is unknown to another user', async () => {
    const { device } = await confirmedDevice()
    await client.confirmed('joe@example.com')
    const answer = await client.initiate('USER_PASSWORD_AUTH', {
      USERNAME: 'joe@example.com',
      PASSWORD: password,
      DEVICE_KEY: device.DeviceKey,
    })
    expect(errorOf(answer)).toEqual(notFound)
  })
})

describe('refresh', () => {
  const byFlow = (REFRESH_TOKEN: string, key?: string) =>
    client.initiate('REFRESH_TOKEN_AUTH', {
      REFRESH_TOKEN,
      ...(key !== undefined && { DEVICE_KEY: key }),
    })
  const byOperation = (RefreshToken: string, DeviceKey?: string) =>
    client.send('GetTokensFromRefreshToken', { RefreshToken, DeviceKey })

  test.each([
    ['REFRESH_TOKEN_AUTH', byFlow],
    ['GetTokensFromRefreshToken', byOperation],
  ])('%s needs the key of the device', async (_, refresh) => {
    const { AccessToken, RefreshToken, device } = await confirmedDevice()
    const rejected = [400, 'NotAuthorizedException', 'Invalid Refresh Token']
    expect(errorOf(await refresh(RefreshToken))).toEqual(rejected)
    expect(errorOf(await refresh(RefreshToken, 'us-east-1_0'))).toEqual(rejected)
    const { body } = await refresh(RefreshToken, device.DeviceKey)
    expect(decodeJwt(body.AuthenticationResult.AccessToken).device_key).toBe(device.DeviceKey)
    await client.call('ForgetDevice', { AccessToken, DeviceKey: device.DeviceKey })
    for (const key of [undefined, device.DeviceKey]) {
      expect(errorOf(await refresh(RefreshToken, key))).toEqual(rejected)
    }
  })

  test('waits for the device to be confirmed', async () => {
    const { AccessToken, RefreshToken, device } = await newDevice()
    const rejected = [400, 'NotAuthorizedException', 'Invalid Refresh Token']
    expect(errorOf(await byOperation(RefreshToken, device.DeviceKey))).toEqual(rejected)
    await device.confirm(AccessToken)
    expect((await byOperation(RefreshToken, device.DeviceKey)).status).toBe(200)
  })
})

describe('the devices of a user', () => {
  test('are listed by pages', async () => {
    const first = await confirmedDevice()
    const second = await confirmedDevice()
    const { AccessToken } = await newDevice()
    const list = async (request: object) =>
      (await client.call('ListDevices', { AccessToken, ...request })).body as unknown as {
        Devices: { DeviceKey: string }[]
        PaginationToken?: string
      }
    const page = await list({ Limit: 1 })
    expect(page.Devices.map(({ DeviceKey }) => DeviceKey)).toEqual([first.device.DeviceKey])
    const { PaginationToken } = page
    const rest = await list({ Limit: 1, PaginationToken })
    expect(rest.Devices.map(({ DeviceKey }) => DeviceKey)).toEqual([second.device.DeviceKey])
    expect(rest).not.toHaveProperty('PaginationToken')
    const admin = await client.admin('AdminListDevices', { Username: email, Limit: 2 })
    expect(admin.body).toHaveProperty('Devices.1.DeviceKey', second.device.DeviceKey)
  })

  test('cannot be listed for an unknown user', async () => {
    const unknown = await client.admin('AdminListDevices', { Username: 'unknown' })
    expect(errorOf(unknown)[1]).toBe('ResourceNotFoundException')
  })
})
