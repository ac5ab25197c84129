import { randomBytes } from 'node:crypto'
import {
  AdminForgetDeviceCommand,
  AdminGetDeviceCommand,
  AdminListDevicesCommand,
  AdminUpdateDeviceStatusCommand,
  type CognitoIdentityProviderClient,
  ConfirmDeviceCommand,
  DeviceKeyExistsException,
  type DeviceType,
  ForgetDeviceCommand,
  GetDeviceCommand,
  GetTokensFromRefreshTokenCommand,
  ListDevicesCommand,
  ResourceNotFoundException,
  UpdateDeviceStatusCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeEach, expect, test } from 'vitest'
import { useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'
import { sdkSignIn, tokensOf } from '../support/sdk-sign-in.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox({ pool: { DeviceConfiguration: {} } })
const { userPoolId: UserPoolId, userPoolClientId: ClientId } = judged.sandbox.config
const { signIn } = sdkSignIn(judged)
const missing = [ResourceNotFoundException, 'Device does not exist.'] as const

let client: CognitoIdentityProviderClient
let Username: string

beforeEach(async () => {
  client = createSdkClient(judged.config)
  Username = await administrator(judged).confirmed()
})

const confirm = (AccessToken: string, DeviceKey: string, DeviceName = 'Browser') =>
  client.send(
    new ConfirmDeviceCommand({
      AccessToken,
      DeviceKey,
      DeviceName,
      DeviceSecretVerifierConfig: {
        PasswordVerifier: randomBytes(384).toString('base64'),
        Salt: randomBytes(16).toString('base64'),
      },
    }),
  )

/** Signs in on a device that is new, and confirms it. */
async function withDevice(name?: string) {
  const { NewDeviceMetadata, ...tokens } = tokensOf(await signIn(Username))
  const DeviceKey = NewDeviceMetadata?.DeviceKey ?? ''
  expect(DeviceKey).toMatch(/^us-east-1_[0-9a-f-]{36}$/)
  expect(NewDeviceMetadata?.DeviceGroupKey).toMatch(/./)
  expect(await confirm(tokens.AccessToken, DeviceKey, name)).toMatchObject({
    UserConfirmationNecessary: false,
  })
  return { DeviceKey, ...tokens }
}

const attributesOf = ({ DeviceAttributes = [] }: DeviceType = {}) =>
  Object.fromEntries(DeviceAttributes.map(({ Name, Value }) => [Name, Value]))

test('ConfirmDevice knows only the device of its sign-in, and once', async () => {
  const { AccessToken, DeviceKey } = await withDevice()
  await expectException(
    confirm(AccessToken, DeviceKey),
    DeviceKeyExistsException,
    'Device already exists.',
  )
  const another = DeviceKey.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
  await expectException(confirm(AccessToken, another), ...missing)
})

test('GetDevice and UpdateDeviceStatus', async () => {
  const { AccessToken, DeviceKey } = await withDevice('Laptop')
  const get = async () =>
    (await client.send(new GetDeviceCommand({ AccessToken, DeviceKey }))).Device
  const device = await get()
  expect(attributesOf(device)).toMatchObject({
    device_name: 'Laptop',
    device_status: 'valid',
    'dev:device_remembered_status': 'remembered',
  })
  const age = judged.sandbox.clock.now() - (device?.DeviceCreateDate?.getTime() ?? 0)
  expect(age).toBeLessThan(60_000)
  const status = { AccessToken, DeviceKey, DeviceRememberedStatus: 'not_remembered' } as const
  await client.send(new UpdateDeviceStatusCommand(status))
  expect(attributesOf(await get())).toMatchObject({
    'dev:device_remembered_status': 'not_remembered',
  })
})

test('ListDevices page by page', async () => {
  const keys = [await withDevice(), await withDevice(), await withDevice()].map(
    ({ DeviceKey }) => DeviceKey,
  )
  const { AccessToken } = tokensOf(await signIn(Username))
  const found: (string | undefined)[][] = []
  let PaginationToken: string | undefined
  do {
    const page = await client.send(
      new ListDevicesCommand({ AccessToken, Limit: 2, PaginationToken }),
    )
    found.push((page.Devices ?? []).map(({ DeviceKey }) => DeviceKey))
    PaginationToken = page.PaginationToken
  } while (PaginationToken)
  expect(found).toEqual([keys.slice(0, 2), keys.slice(2)])
})

test('ForgetDevice', async () => {
  const { AccessToken, DeviceKey } = await withDevice()
  await client.send(new ForgetDeviceCommand({ AccessToken, DeviceKey }))
  await expectException(client.send(new GetDeviceCommand({ AccessToken, DeviceKey })), ...missing)
  await expectException(
    client.send(new ForgetDeviceCommand({ AccessToken, DeviceKey })),
    ...missing,
  )
})

test('GetTokensFromRefreshToken with the key of the device', async () => {
  const { DeviceKey, RefreshToken } = await withDevice()
  const { AuthenticationResult } = await client.send(
    new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken, DeviceKey }),
  )
  const [, payload = ''] = (AuthenticationResult?.AccessToken ?? '').split('.')
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
    device_key: DeviceKey,
  })
})

test('an administrator reads, lists, sets and forgets devices', async () => {
  const { DeviceKey } = await withDevice('Phone')
  const user = { UserPoolId, Username }
  const get = async () =>
    (await client.send(new AdminGetDeviceCommand({ ...user, DeviceKey }))).Device
  expect(attributesOf(await get())).toMatchObject({ device_name: 'Phone' })
  await client.send(
    new AdminUpdateDeviceStatusCommand({
      ...user,
      DeviceKey,
      DeviceRememberedStatus: 'not_remembered',
    }),
  )
  const { Devices = [] } = await client.send(new AdminListDevicesCommand(user))
  expect(Devices.map(attributesOf)).toMatchObject([
    { 'dev:device_remembered_status': 'not_remembered' },
  ])
  await client.send(new AdminForgetDeviceCommand({ ...user, DeviceKey }))
  await expectException(get(), ...missing)
})
