import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  rememberDevice,
  signIn,
  signOut,
  updateMFAPreference,
} from 'aws-amplify/auth'
import { beforeEach, expect, test, vi } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox({
  pool: {
    DeviceConfiguration: {
      ChallengeRequiredOnNewDevice: true,
      DeviceOnlyRememberedOnUserPrompt: true,
    },
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: {},
  },
})
const { items } = useAmplify(judged)

const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
const codeRequired = { nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' } }

let username: string

const begin = (authFlowType: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' = 'USER_SRP_AUTH') =>
  signIn({ username, password, options: { authFlowType } })

const answer = async () => confirmSignIn({ challengeResponse: await judged.codeFor(username) })

const deviceKey = async () => (await fetchAuthSession()).tokens?.accessToken.payload.device_key

beforeEach(async () => {
  // Amplify names a device by its browser; without one it silently leaves it unconfirmed.
  vi.stubGlobal('navigator', { userAgent: 'Judge' })
  items.clear()
  username = await administrator(judged).confirmed()
  expect(await begin()).toEqual(done)
  expect(judged.operations().slice(-3)).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
    'ConfirmDevice',
  ])
  await updateMFAPreference({ email: 'PREFERRED' })
})

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const)(
  'a remembered device stands for the second factor of %s',
  async (flow) => {
    await signOut()
    // Amplify finds a device under the name of its flow: what was typed, or USER_ID_FOR_SRP.
    items.clear()
    expect(await begin(flow)).toMatchObject(codeRequired)
    expect(await answer()).toEqual(done)
    const first = await deviceKey()
    await rememberDevice()
    await signOut()
    expect(await begin(flow)).toEqual(done)
    expect(await deviceKey()).toBe(first)
    expect(judged.operations().slice(-2)).toEqual([
      'RespondToAuthChallenge',
      'RespondToAuthChallenge',
    ])
  },
)

test('a device that is not remembered needs a code, and stays the same', async () => {
  const first = await deviceKey()
  await signOut()
  expect(await begin()).toMatchObject(codeRequired)
  expect(await answer()).toEqual(done)
  expect(await deviceKey()).toBe(first)
})

test('devices are listed', async () => {
  const [device, ...others] = await fetchDevices()
  expect(others).toEqual([])
  expect(device).toMatchObject({
    id: await deviceKey(),
    name: expect.any(String),
    attributes: { 'dev:device_remembered_status': 'not_remembered' },
    createDate: expect.any(Date),
    lastAuthenticatedDate: expect.any(Date),
  })
  await rememberDevice()
  expect((await fetchDevices())[0]?.attributes).toMatchObject({
    'dev:device_remembered_status': 'remembered',
  })
})

test('a session of a device is refreshed', async () => {
  const first = await deviceKey()
  const { tokens } = await fetchAuthSession({ forceRefresh: true })
  expect(tokens?.accessToken.payload.device_key).toBe(first)
})

test('a forgotten device signs in as a new one', async () => {
  const first = await deviceKey()
  await rememberDevice()
  await forgetDevice()
  expect(await fetchDevices()).toEqual([])
  await signOut()
  expect(await begin()).toMatchObject(codeRequired)
  expect(await answer()).toEqual(done)
  expect(judged.operations().slice(-1)).toEqual(['ConfirmDevice'])
  expect(await deviceKey()).not.toBe(first)
})

test('another device is forgotten by its key', async () => {
  const first = String(await deviceKey())
  await signOut()
  items.clear()
  await begin()
  await answer()
  const second = await deviceKey()
  expect((await fetchDevices()).map(({ id }) => id).sort()).toEqual([first, second].sort())
  await forgetDevice({ device: { id: first } })
  expect((await fetchDevices()).map(({ id }) => id)).toEqual([second])
})
