import { expect, test } from 'vitest'
import type { Auth } from '../../src/index.ts'
import { actorOf, pathOf } from '../../src/xstate.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

type Options = NonNullable<Parameters<typeof openPage>[0]>

async function pageWith(
  DeviceOnlyRememberedOnUserPrompt: boolean,
  triggers: Options['triggers'] = {},
  pool: Options['pool'] = {},
) {
  const page = openPage({
    triggers,
    pool: {
      ...mfaPool('OPTIONAL'),
      ...pool,
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt },
    },
  })
  await createUser(page)
  const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
  await mustCallCognito(page, 'AdminSetUserMFAPreference', { Username: email, EmailMfaSettings })
  return page
}

type OpenPage = Awaited<ReturnType<typeof pageWith>>

async function signInWithCode(page: OpenPage, auth: Auth, rememberDevice: boolean) {
  await submitSignIn(auth)
  const view = await settled(auth, 'confirmSignIn')
  view.submit({ code: await lastCode(page), rememberDevice })
  return settled(auth, 'signedIn')
}

async function devicesOf(auth: Auth) {
  ;(await settled(auth, 'signedIn')).loadDevices()
  await expect.poll(async () => (await settled(auth, 'signedIn')).devices.isLoading).toBe(false)
  return (await settled(auth, 'signedIn')).devices.data
}

test('a device that is remembered stands for the second factor, by SRP of its own', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  ;(await signInWithCode(page, auth, true)).signOut()
  await settled(auth, 'signIn')
  page.sent.length = 0
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  expect(page.sent).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
  ])
  expect(await devicesOf(auth)).toMatchObject([{ isCurrent: true, isRemembered: true }])
  await auth.getSession({ forceRefresh: true })
})

test('a device that is not remembered needs a code again', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  ;(await signInWithCode(page, auth, false)).signOut()
  await submitSignIn(auth)
  await settled(auth, 'confirmSignIn')
})

test('a pool may remember every device by itself', async () => {
  const page = await pageWith(false)
  const auth = page.load()
  ;(await signInWithCode(page, auth, false)).signOut()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
})

test('remembered from the account, then forgotten: the next sign-in requires the factor', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  const view = await signInWithCode(page, auth, false)
  expect(await devicesOf(auth)).toMatchObject([{ isCurrent: true, isRemembered: false }])
  view.rememberDevice()
  expect((await settled(auth, 'signedIn')).notice).toBe('deviceRemembered')
  await expect
    .poll(async () => (await settled(auth, 'signedIn')).devices.data)
    .toMatchObject([{ isRemembered: true }])
  view.forgetDevice()
  expect((await settled(auth, 'signedIn')).notice).toBe('deviceForgotten')
  await expect.poll(async () => (await settled(auth, 'signedIn')).devices.data).toEqual([])
  view.rememberDevice()
  expect((await settled(auth, 'signedIn')).failure?.code).toBe('deviceNotFound')
  // Cognito refreshes no tokens of a device that it has forgotten.
  await auth.getSession({ forceRefresh: true }).catch(() => undefined)
  expect((await settled(auth, 'signIn')).failure?.code).toBe('sessionRevoked')
  await submitSignIn(auth)
  await settled(auth, 'confirmSignIn')
})

test('a device that was forgotten elsewhere locks no user out', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  await signInWithCode(page, auth, true)
  const devices = await devicesOf(auth)
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  await mustCallCognito(page, 'AdminForgetDevice', {
    Username: email,
    DeviceKey: devices?.[0]?.key,
  })
  await submitSignIn(auth)
  await settled(auth, 'confirmSignIn')
})

/** A user's name is what they sign in with, so that the first request names the device already. */
const ownNames = { UsernameAttributes: [] }

test.each([
  ['InitiateAuth', 'InvalidParameterException', 'Invalid device key given.'],
  ['InitiateAuth', 'ResourceNotFoundException', ''],
  ['RespondToAuthChallenge', 'ResourceNotFoundException', ''],
  ['RespondToAuthChallenge', 'ResourceNotFoundException', 'Device does not exist.'],
] as const)(
  '%s rejects the device by %s "%s": it is forgotten, and used no more',
  async (operation, type, message) => {
    const page = await pageWith(true, {}, ownNames)
    const auth = page.load()
    ;(await signInWithCode(page, auth, true)).signOut()
    await settled(auth, 'signIn')
    await control(page, '/faults', { operation, times: 1, type, message })
    await submitSignIn(auth)
    expect((await settled(auth, 'confirmSignIn')).failure).toBeUndefined()
    expect([...page.stored.keys()].filter((name) => name.endsWith('deviceKey'))).toEqual([])
  },
)

test('a pool that is not there is no reason to forget a device', async () => {
  const page = await pageWith(true, {}, ownNames)
  const auth = page.load()
  ;(await signInWithCode(page, auth, true)).signOut()
  await settled(auth, 'signIn')
  const type = 'ResourceNotFoundException'
  await control(page, '/faults', { operation: 'InitiateAuth', times: 2, type, message: '' })
  await submitSignIn(auth)
  expect((await settled(auth, 'signIn')).failure?.code).toBe('notConfigured')
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
})

test('a refresh that is rejected for its device is made once more without it', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  await signInWithCode(page, auth, true)
  const operation = 'GetTokensFromRefreshToken'
  const seen: unknown[] = []
  page.between = async (sent, send) => {
    if (sent === operation) seen.push(sent)
    return send()
  }
  const message = 'Invalid device key given.'
  await control(page, '/faults', {
    operation,
    times: 1,
    type: 'InvalidParameterException',
    message,
  })
  await auth.getSession({ forceRefresh: true }).catch(() => undefined)
  expect(seen).toEqual([operation, operation])
})

test('a device that cannot be registered keeps no user out', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  const failed: string[] = []
  auth.on('failure', ({ failure }) => failed.push(failure.code))
  const { controlUrl } = page.sandbox.config
  await page.sandbox.fetch(`${controlUrl}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation: 'ConfirmDevice', drop: true }),
  })
  const view = await signInWithCode(page, auth, true)
  expect(view.failure).toBeUndefined()
  expect(failed).toEqual(['network'])
})

test('the wish to remember a device is that of one user and one sign-in', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  await submitSignIn(auth)
  const view = await settled(auth, 'confirmSignIn')
  view.submit({ code: '000000', rememberDevice: true })
  ;(await settled(auth, 'confirmSignIn')).goSignIn()
  await signInWithCode(page, auth, false)
  expect(await devicesOf(auth)).toMatchObject([{ isRemembered: false }])
})

test('a device that is known already can be remembered at a later sign-in', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  ;(await signInWithCode(page, auth, false)).signOut()
  const view = await signInWithCode(page, auth, true)
  expect(view).toMatchObject({ notice: 'deviceRemembered', failure: undefined })
  expect(await devicesOf(auth)).toMatchObject([{ isRemembered: true }])
})

test('in a pool that tracks no devices the wish is no failure', async () => {
  const page = openPage({ pool: mfaPool('OPTIONAL') })
  await createUser(page)
  const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
  await mustCallCognito(page, 'AdminSetUserMFAPreference', { Username: email, EmailMfaSettings })
  const view = await signInWithCode(page, page.load(), true)
  expect(view).toMatchObject({ notice: undefined, failure: undefined })
})

test('a new device is registered before any other request, so that its tokens can be refreshed', async () => {
  const page = await pageWith(true)
  await mustCallCognito(page, 'AdminUpdateUserAttributes', {
    Username: email,
    UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
  })
  await mustCallCognito(page, 'AdminSetUserMFAPreference', {
    Username: email,
    EmailMfaSettings: { Enabled: false, PreferredMfa: false },
  })
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'verifyContact')
  const reloaded = page.load()
  await settled(reloaded, 'verifyContact')
  await reloaded.getSession({ forceRefresh: true })
})

/** A page with a user whose new device is being registered; the first request gets no answer. */
async function whileRegistering() {
  const page = await pageWith(true)
  const auth = page.load()
  await control(page, '/faults', { operation: 'ConfirmDevice', latencyMs: 60_000, times: 1 })
  await submitSignIn(auth)
  const view = await settled(auth, 'confirmSignIn')
  view.submit({ code: await lastCode(page), rememberDevice: true })
  const actor = actorOf(auth)
  await expect.poll(() => pathOf(actor.getSnapshot())).toBe('signedIn.devices.confirming')
  await expect.poll(() => page.sent).toContain('ConfirmDevice')
  return { page, auth, actor }
}

test('after a failed sign-out everywhere a device is registered all the same', async () => {
  const { page, auth, actor } = await whileRegistering()
  await control(page, '/faults', { operation: 'GlobalSignOut', drop: true })
  actor.send({ type: 'signOut', global: true })
  await expect.poll(() => pathOf(actor.getSnapshot())).toBe('signedIn.idle')
  await auth.getSession({ forceRefresh: true })
  expect(await devicesOf(auth)).toMatchObject([{ isCurrent: true, isRemembered: true }])
})

test.each([
  ['cancelled', { type: 'signedIn.cancel' }, 'signedIn.idle'],
  ['ended by a sign-out', { type: 'signOut' }, 'signIn.editing'],
] as const)('a registration that is %s is not begun again', async (_, event, path) => {
  const { page, actor } = await whileRegistering()
  actor.send(event)
  await expect.poll(() => pathOf(actor.getSnapshot())).toBe(path)
  expect(actor.getSnapshot().context.newDevice).toBeUndefined()
  expect(page.sent.filter((name) => name === 'ConfirmDevice')).toHaveLength(1)
})

test('a device whose secret no longer fits is forgotten, and the code is required instead', async () => {
  const page = await pageWith(true)
  const auth = page.load()
  ;(await signInWithCode(page, auth, true)).signOut()
  await settled(auth, 'signIn')
  const key = [...page.stored.keys()].find((name) => name.endsWith('randomPasswordKey')) ?? ''
  page.stored.set(key, btoa('another secret'))
  await submitSignIn(auth)
  expect((await settled(auth, 'confirmSignIn')).failure).toBeUndefined()
  expect(page.stored.has(key)).toBe(false)
})

test('the metadata of a sign-in comes with the proof of a device, too', async () => {
  const seen: unknown[] = []
  const page = await pageWith(false, {
    preTokenGeneration: ({ request }) => {
      seen.push(request.clientMetadata)
    },
  })
  const auth = page.load()
  ;(await signInWithCode(page, auth, false)).signOut()
  const form = { username: email, password, clientMetadata: { of: 'signIn' } }
  ;(await settled(auth, 'signIn')).submit(form)
  await settled(auth, 'signedIn')
  expect(seen.at(-1)).toEqual({ of: 'signIn' })
})
