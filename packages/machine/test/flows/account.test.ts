import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import type { Auth } from '../../src/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'
import { actorOf } from '../../src/xstate.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
  totpCode,
} from '../support/sandbox-auth.ts'

async function home(
  attributes: Record<string, string> = {},
  pool = {},
): Promise<{ page: Page; auth: Auth }> {
  const page = openPage({ pool })
  await createUser(page, attributes)
  const auth = page.load()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  return { page, auth }
}

const signedIn = (auth: Auth) => settled(auth, 'signedIn')

async function profile(auth: Auth) {
  ;(await signedIn(auth)).loadProfile()
  await expect.poll(async () => (await signedIn(auth)).profile.isLoading).toBe(false)
  const { data } = (await signedIn(auth)).profile
  if (!data) throw new Error('There is no profile')
  return data
}

test('the password: the wrong one points to its field, then it is changed', async () => {
  const { auth } = await home()
  const fresh = 'Another-horse-8'
  ;(await signedIn(auth)).changePassword({ previousPassword: 'Wrong-horse-7', password: fresh })
  expect((await signedIn(auth)).failure).toMatchObject({
    code: 'incorrectPreviousPassword',
    field: 'previousPassword',
  })
  ;(await signedIn(auth)).changePassword({ previousPassword: password, password: 'weak' })
  expect((await signedIn(auth)).failure).toMatchObject({
    code: 'invalidPassword',
    field: 'password',
  })
  ;(await signedIn(auth)).changePassword({ previousPassword: password, password: fresh })
  const view = await signedIn(auth)
  expect(view).toMatchObject({ notice: 'passwordChanged', failure: undefined })
  view.signOut()
  ;(await settled(auth, 'signIn')).submit({ username: email, password: fresh })
  await signedIn(auth)
})

test('attributes: read, changed, deleted; what was read follows by itself', async () => {
  const { auth } = await home()
  expect((await profile(auth)).attributes).toMatchObject({ email, email_verified: 'true' })
  ;(await signedIn(auth)).updateAttributes({ attributes: { name: 'Ada', locale: 'en' } })
  expect((await signedIn(auth)).notice).toBe('attributesUpdated')
  await expect
    .poll(async () => (await signedIn(auth)).profile.data?.attributes)
    .toMatchObject({ name: 'Ada', locale: 'en' })
  ;(await signedIn(auth)).deleteAttributes({ names: ['locale'] })
  expect((await signedIn(auth)).notice).toBe('attributesDeleted')
  await expect
    .poll(async () => (await signedIn(auth)).profile.data?.attributes)
    .not.toHaveProperty('locale')
})

test('a changed e-mail is confirmed by the code that was sent to it', async () => {
  const { page, auth } = await home()
  const next = 'ada.l@example.com'
  ;(await signedIn(auth)).updateAttributes({ attributes: { email: next } })
  const view = await settled(auth, 'confirmContact')
  expect(view).toMatchObject({ attribute: 'email', medium: 'EMAIL', notice: 'codeSent' })
  view.submit({ code: '000000' })
  expect((await settled(auth, 'confirmContact')).failure?.code).toBe('codeMismatch')
  view.submit({ code: await lastCode(page, next) })
  expect((await signedIn(auth)).notice).toBe('contactConfirmed')
  // The user in the view follows the tokens, which are refreshed.
  await expect.poll(async () => (await signedIn(auth)).user.email).toBe(next)
})

test('e-mail and phone changed at once are confirmed one after the other', async () => {
  const pool = { AutoVerifiedAttributes: ['email', 'phone_number'] }
  const { page, auth } = await home({}, pool)
  const attributes = { email: 'ada.l@example.com', phone_number: '+4915112345678' }
  ;(await signedIn(auth)).updateAttributes({ attributes })
  for (const left of [2, 1]) {
    const view = await settled(auth, 'confirmContact')
    const to = attributes[view.attribute as keyof typeof attributes]
    view.submit({ code: await lastCode(page, to) })
    if (left > 1) await expect.poll(() => auth.getView()).not.toMatchObject(view)
  }
  await signedIn(auth)
  expect((await profile(auth)).attributes).toMatchObject({
    email_verified: 'true',
    phone_number_verified: 'true',
  })
})

test('an attribute that does not fit keeps the session and says which', async () => {
  const { auth } = await home()
  ;(await signedIn(auth)).updateAttributes({ attributes: { 'custom:nope': 'x' } })
  expect((await signedIn(auth)).failure).toMatchObject({
    code: 'invalidAttribute',
    attribute: 'custom:nope',
  })
})

test('an authenticator app set up while signed in, its preference, and none again', async () => {
  const { page, auth } = await home({}, mfaPool('OPTIONAL'))
  ;(await signedIn(auth)).setMfaPreference({ TOTP: 'PREFERRED' })
  expect((await signedIn(auth)).failure?.code).toBe('mfaNotSetUp')
  expect((await profile(auth)).mfa).toEqual({ enabled: [], preferred: undefined })

  ;(await signedIn(auth)).setupTotp()
  const setup = await settled(auth, 'setupTotp')
  expect(actorOf(auth).getSnapshot().hasTag('authenticated')).toBe(true)
  expect(setup.user).toMatchObject({ email })
  setup.submit({ code: '000000' })
  expect((await settled(auth, 'setupTotp')).failure?.code).toBe('codeMismatch')
  setup.submit({ code: await totpCode(page, setup.secret?.reveal() ?? '') })
  expect((await signedIn(auth)).notice).toBe('totpVerified')
  await expect
    .poll(async () => (await signedIn(auth)).profile.data?.mfa)
    .toEqual({ enabled: ['TOTP'], preferred: 'TOTP' })
  ;(await signedIn(auth)).setMfaPreference({ TOTP: 'PREFERRED', EMAIL: 'ENABLED' })
  expect((await signedIn(auth)).notice).toBe('mfaPreferenceSet')
  await expect
    .poll(async () => (await signedIn(auth)).profile.data?.mfa)
    .toEqual({ enabled: expect.arrayContaining(['TOTP', 'EMAIL']), preferred: 'TOTP' })
  ;(await signedIn(auth)).setMfaPreference({ TOTP: 'DISABLED', EMAIL: 'DISABLED' })
  await expect
    .poll(async () => (await signedIn(auth)).profile.data?.mfa)
    .toEqual({ enabled: [], preferred: undefined })
})

async function setUpTotp(page: Page, auth: Auth, prefer?: boolean) {
  ;(await signedIn(auth)).setupTotp()
  const setup = await settled(auth, 'setupTotp')
  const secret = setup.secret?.reveal() ?? ''
  setup.submit({ code: await totpCode(page, secret), ...(prefer !== undefined && { prefer }) })
}

async function signInAgain(auth: Auth) {
  ;(await signedIn(auth)).signOut()
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
}

test('the next sign-in requires an authenticator app that was set up', async () => {
  const { page, auth } = await home({}, mfaPool('OPTIONAL'))
  page.sent.length = 0
  await setUpTotp(page, auth)
  await signedIn(auth)
  const { sent } = page
  expect(sent.filter((operation) => !operation.startsWith('GetUser'))).toEqual([
    'AssociateSoftwareToken',
    'VerifySoftwareToken',
    'SetUserMFAPreference',
  ])
  await signInAgain(auth)
  expect((await settled(auth, 'confirmSignIn')).mfaType).toBe('TOTP')
})

test('without the preference it is set up, and not required', async () => {
  const { page, auth } = await home({}, mfaPool('OPTIONAL'))
  await setUpTotp(page, auth, false)
  expect((await signedIn(auth)).notice).toBe('totpVerified')
  expect(page.sent).not.toContain('SetUserMFAPreference')
  expect((await profile(auth)).mfa).toEqual({ enabled: [], preferred: undefined })
  await signInAgain(auth)
  await signedIn(auth)
})

test('a preference that fails: the app stays, and can be preferred once more or left', async () => {
  const { page, auth } = await home({}, mfaPool('OPTIONAL'))
  let failing = true
  page.between = (operation, send) => {
    if (!failing || operation !== 'SetUserMFAPreference') return send()
    return Promise.reject(new TypeError('Failed to fetch'))
  }
  await setUpTotp(page, auth)
  const failed = await settled(auth, 'setupTotp')
  expect(failed).toMatchObject({ isVerified: true, canRetry: true, failure: { code: 'network' } })
  failed.retry()
  expect((await settled(auth, 'setupTotp')).failure?.code).toBe('network')
  failing = false
  ;(await settled(auth, 'setupTotp')).retry()
  expect((await signedIn(auth)).notice).toBe('totpVerified')
  await signInAgain(auth)
  expect((await settled(auth, 'confirmSignIn')).mfaType).toBe('TOTP')

  const other = await home({}, mfaPool('OPTIONAL'))
  other.page.between = (operation, send) =>
    operation === 'SetUserMFAPreference' ? Promise.reject(new TypeError('No')) : send()
  await setUpTotp(other.page, other.auth)
  ;(await settled(other.auth, 'setupTotp')).leave()
  expect((await signedIn(other.auth)).notice).toBe('totpVerified')
  await signInAgain(other.auth)
  await signedIn(other.auth)
})

test('the setup can be left, and the user is still there', async () => {
  const { auth } = await home({}, mfaPool('OPTIONAL'))
  ;(await signedIn(auth)).setupTotp()
  ;(await settled(auth, 'setupTotp')).leave()
  await signedIn(auth)
})

test('a deleted account is gone, with everything that was stored of it', async () => {
  const { page, auth } = await home()
  const deleted: string[] = []
  auth.on('user.deleted', ({ user }) => deleted.push(user.email ?? ''))
  ;(await signedIn(auth)).deleteUser()
  expect(await settled(auth, 'signIn')).toMatchObject({ notice: 'userDeleted', username: '' })
  expect(deleted).toEqual([email])
  expect([...page.stored.keys()]).toEqual([])
  await submitSignIn(auth)
  expect((await settled(auth, 'signIn')).failure?.code).toBe('incorrectCredentials')
})

test('an unverified contact after sign-in: a code, or skip', async () => {
  const page = openPage()
  await createUser(page, { email_verified: 'false' })
  const auth = page.load()
  await submitSignIn(auth)
  const view = await settled(auth, 'verifyContact')
  expect(view.contacts).toEqual([{ attribute: 'email', value: email }])
  expect(actorOf(auth).getSnapshot().hasTag('authenticated')).toBe(true)
  view.submit({ attribute: 'email' })
  const confirm = await settled(auth, 'confirmContact')
  confirm.submit({ code: await lastCode(page) })
  expect((await signedIn(auth)).notice).toBe('contactConfirmed')
  ;(await signedIn(auth)).signOut()
  await submitSignIn(auth)
  await signedIn(auth)
})

test('skip goes on without a code, and a reload does not ask again', async () => {
  const page = openPage()
  await createUser(page, { email_verified: 'false' })
  const auth = page.load()
  await submitSignIn(auth)
  ;(await settled(auth, 'verifyContact')).skip()
  await signedIn(auth)
  await signedIn(page.load())
})

test('an access token that was revoked elsewhere ends the session, with the reason', async () => {
  const { page, auth } = await home()
  await mustCallCognito(page, 'AdminUserGlobalSignOut', { Username: email })
  ;(await signedIn(auth)).updateAttributes({ attributes: { name: 'Ada' } })
  const view = await settled(auth, 'signIn')
  expect(view.failure?.code).toBe('sessionRevoked')
})

test('an access token that has expired is refreshed for the request', async () => {
  const { page, auth } = await home()
  await control(page, '/clock', { advanceMs: 61 * 60_000 })
  ;(await signedIn(auth)).updateAttributes({ attributes: { name: 'Ada' } })
  expect((await signedIn(auth)).notice).toBe('attributesUpdated')
})

test('a reading that fails says so beside the screen, and a second one helps', async () => {
  const { page, auth } = await home()
  await control(page, '/faults', { operation: 'GetUser', times: 1, drop: true })
  ;(await signedIn(auth)).loadProfile()
  await expect
    .poll(async () => (await signedIn(auth)).profile)
    .toMatchObject({ isLoading: false, failure: { code: 'network' }, data: undefined })
  expect((await signedIn(auth)).failure).toBeUndefined()
  await profile(auth)
})

test('a task that is given up changes nothing afterwards', async () => {
  const { page, auth } = await home()
  await control(page, '/faults', { operation: 'ChangePassword', latencyMs: 100, times: 1 })
  const view = await signedIn(auth)
  view.changePassword({ previousPassword: password, password: 'Another-horse-8' })
  expect(auth.getView()).toMatchObject({ isPending: true, pending: 'changingPassword' })
  view.cancel()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await signedIn(auth)).toMatchObject({ notice: undefined, failure: undefined })
})

test('a contact as it is can be verified from the account, with a further code', async () => {
  const { page, auth } = await home({ email_verified: 'true', phone_number: '+4915112345678' })
  ;(await signedIn(auth)).verifyAttribute({ attribute: 'phone_number' })
  const view = await settled(auth, 'confirmContact')
  expect(view).toMatchObject({ attribute: 'phone_number', medium: 'SMS', canResend: false })
  const first = await lastCode(page, '+4915112345678')
  await control(page, '/clock', { advanceMs: 31_000 })
  view.skip()
  ;(await signedIn(auth)).verifyAttribute({ attribute: 'phone_number' })
  await settled(auth, 'confirmContact')
  const fresh = await lastCode(page, '+4915112345678')
  expect(fresh).not.toBe(first)
  ;(await settled(auth, 'confirmContact')).submit({ code: fresh })
  expect((await signedIn(auth)).notice).toBe('contactConfirmed')
})

test('the groups of the user are in the view, and follow a refresh', async () => {
  const { page, auth } = await home()
  expect((await signedIn(auth)).user.groups).toEqual([])
  await mustCallCognito(page, 'CreateGroup', { GroupName: 'editors' })
  await mustCallCognito(page, 'AdminAddUserToGroup', { Username: email, GroupName: 'editors' })
  await auth.getSession({ forceRefresh: true })
  expect((await signedIn(auth)).user.groups).toEqual(['editors'])
})

/** A storage that keeps everything and forgets nothing. */
const clinging = (items: Map<string, string>): KeyValueStorage => ({
  ...memoryStorage(items),
  removeItem: () => {
    throw new Error('It stays')
  },
})

test.each([
  ['globalSignOut', 'GlobalSignOut'],
  ['deleteUser', 'DeleteUser'],
] as const)(
  '%s: if the storage rejects it, no user stays signed in and the failure says so',
  async (action, operation) => {
    const { page } = await home()
    const auth = page.load({ storage: clinging(page.stored) })
    ;(await signedIn(auth))[action]()
    expect((await settled(auth, 'signIn')).failure?.code).toBe('storageRefused')
    expect(page.sent.at(-1)).toBe(operation)
    await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
  },
)

test('a second click on the global sign-out asks no second time', async () => {
  const { page, auth } = await home()
  const view = await signedIn(auth)
  page.sent.length = 0
  view.globalSignOut()
  view.globalSignOut()
  expect((await settled(auth, 'signIn')).failure).toBeUndefined()
  expect(page.sent).toEqual(['GlobalSignOut'])
})

test('when the session ends, the notice of before is gone', async () => {
  const { page, auth } = await home()
  ;(await signedIn(auth)).updateAttributes({ attributes: { name: 'Ada' } })
  expect((await signedIn(auth)).notice).toBe('attributesUpdated')
  await mustCallCognito(page, 'AdminUserGlobalSignOut', { Username: email })
  await auth.getSession({ forceRefresh: true }).catch(() => undefined)
  expect(await settled(auth, 'signIn')).toMatchObject({
    notice: undefined,
    failure: { code: 'sessionRevoked' },
  })
})

test('a delivery without its attribute is confirmed all the same', async () => {
  const { page, auth } = await home()
  const CodeDeliveryDetailsList = [{ DeliveryMedium: 'SMS', Destination: '+***' }]
  const body = JSON.stringify({ CodeDeliveryDetailsList })
  await control(page, '/faults', { operation: 'UpdateUserAttributes', times: 1, status: 200, body })
  ;(await signedIn(auth)).updateAttributes({ attributes: { phone_number: '+4915112345678' } })
  expect(await settled(auth, 'confirmContact')).toMatchObject({ attribute: 'phone_number' })
})
