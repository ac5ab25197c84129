import {
  ForgetDeviceCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type CognitoUser, CognitoUserSession } from 'amazon-cognito-identity-js'
import { beforeEach, expect, test } from 'vitest'
import { createIdentityJs, sessionOf, settled, stepOf } from '../support/identity-js.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator, phone } from '../support/users.ts'

const judged = useJudgedSandbox({
  pool: {
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: {},
  },
})
const admin = administrator(judged)

interface CachedDevice extends CognitoUser {
  readonly deviceKey?: string
}

let email: string
let browser: ReturnType<typeof createIdentityJs>
let user: CachedDevice

beforeEach(async () => {
  email = await admin.confirmed(phone)
  browser = createIdentityJs(judged.config)
  user = browser.userOf(email)
})

const known = (session: CognitoUserSession): unknown =>
  session.getAccessToken().decodePayload().device_key

function signIn(secret = password) {
  user = browser.userOf(email)
  return browser.begin(user, email, secret)
}

/** The operations that `act` requests. */
async function recorded<T>(act: () => Promise<T>): Promise<[T, string[]]> {
  const before = judged.operations().length
  const result = await act()
  return [result, judged.operations().slice(before)]
}

const preferSms = () =>
  admin.setMfa(email, { SMSMfaSettings: { Enabled: true, PreferredMfa: true } })

async function answerSms() {
  const code = await judged.codeFor(phone.phone_number)
  return stepOf((callbacks) => user.sendMFACode(code, callbacks))
}

const withDevice = ['InitiateAuth', ...Array<string>(3).fill('RespondToAuthChallenge')]

test('a device is confirmed, and then stands for the second factor', async () => {
  const [first, operations] = await recorded(signIn)
  expect(operations).toEqual(['InitiateAuth', 'RespondToAuthChallenge', 'ConfirmDevice'])
  expect(user.deviceKey).toBe(known(sessionOf(first)))
  await preferSms()
  const [again, steps] = await recorded(signIn)
  expect(steps).toEqual(withDevice)
  expect(known(sessionOf(again))).toBe(user.deviceKey)
})

test('a device is confirmed after a code, and another device needs a code of its own', async () => {
  await preferSms()
  expect((await signIn())[0]).toBe('mfaRequired')
  const [step, operations] = await recorded(answerSms)
  expect(operations).toEqual(['RespondToAuthChallenge', 'ConfirmDevice'])
  expect(known(sessionOf(step))).toBe(user.deviceKey)
  sessionOf(await signIn())
  browser = createIdentityJs(judged.config)
  expect((await signIn())[0]).toBe('mfaRequired')
})

test('a device that lost its secret is rejected', async () => {
  sessionOf(await signIn())
  await preferSms()
  const key = [...browser.storage.items.keys()].find((name) => name.endsWith('.randomPasswordKey'))
  browser.storage.setItem(String(key), 'not the secret')
  await expect(signIn()).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('a session is refreshed with the key of its device', async () => {
  const session = sessionOf(await signIn())
  const refreshed = await settled<CognitoUserSession>((done) =>
    user.refreshSession(session.getRefreshToken(), done),
  )
  expect(refreshed).toBeInstanceOf(CognitoUserSession)
  expect(known(refreshed)).toBe(user.deviceKey)
})

test('devices are listed, read and forgotten', async () => {
  sessionOf(await signIn())
  const first = user.deviceKey
  browser = createIdentityJs(judged.config)
  sessionOf(await signIn())
  const list = (token: string | null = null) =>
    stepOf((callbacks) => user.listDevices(1, token, callbacks))
  const device = (DeviceKey: string | undefined) => expect.objectContaining({ DeviceKey })
  const [, page] = await list()
  expect(page).toEqual({ Devices: [device(first)], PaginationToken: expect.any(String) })
  const { PaginationToken } = page as unknown as { PaginationToken: string }
  expect((await list(PaginationToken))[1]).toMatchObject({ Devices: [device(user.deviceKey)] })

  expect((await stepOf((callbacks) => user.getDevice(callbacks)))[1]).toMatchObject({
    Device: {
      DeviceKey: user.deviceKey,
      DeviceAttributes: expect.arrayContaining([
        { Name: 'dev:device_remembered_status', Value: 'remembered' },
      ]),
    },
  })
  const forgotten = ['onSuccess', 'SUCCESS']
  expect(await stepOf((callbacks) => user.forgetDevice(callbacks))).toEqual(forgotten)
  expect(user.deviceKey).toBeNull()
  const specific = await stepOf((callbacks) => user.forgetSpecificDevice(first ?? '', callbacks))
  expect(specific).toEqual(forgotten)
  expect((await list())[1]).toEqual({ Devices: [] })
})

test('a device that is no longer remembered needs a code', async () => {
  sessionOf(await signIn())
  await preferSms()
  await stepOf((callbacks) => user.setDeviceStatusNotRemembered(callbacks))
  expect((await signIn())[0]).toBe('mfaRequired')
  sessionOf(await answerSms())
  await stepOf((callbacks) => user.setDeviceStatusRemembered(callbacks))
  expect((await recorded(signIn))[1]).toEqual(withDevice)
})

test('a device that was forgotten elsewhere signs in as a new one', async () => {
  const AccessToken = sessionOf(await signIn())
    .getAccessToken()
    .getJwtToken()
  const DeviceKey = user.deviceKey
  await admin.client().send(new ForgetDeviceCommand({ AccessToken, DeviceKey }))
  const again = sessionOf(await signIn())
  expect(known(again)).not.toBe(DeviceKey)
  expect(user.deviceKey).toBe(known(again))
})

test('if users decide, a device is remembered when they say so', async () => {
  const UserPoolId = judged.sandbox.config.userPoolId
  const update = (DeviceOnlyRememberedOnUserPrompt: boolean) =>
    admin.client().send(
      new UpdateUserPoolCommand({
        UserPoolId,
        DeviceConfiguration: {
          ChallengeRequiredOnNewDevice: true,
          DeviceOnlyRememberedOnUserPrompt,
        },
      }),
    )
  await update(true)
  const [step, , isConfirmationNecessary] = await signIn()
  expect([step, isConfirmationNecessary]).toEqual(['onSuccess', true])
  await preferSms()
  expect((await signIn())[0]).toBe('mfaRequired')
  sessionOf(await answerSms())
  await stepOf((callbacks) => user.setDeviceStatusRemembered(callbacks))
  expect((await recorded(signIn))[1]).toEqual(withDevice)
  await update(false)
})
