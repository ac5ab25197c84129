import { expect, onTestFinished, test } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { type Auth, createAuth, toFailure } from '../../src/index.ts'
import { createPerson } from '../support/rendered-site.ts'
import {
  callCognito,
  control,
  createUser,
  email,
  openPage,
  type Page,
  password,
  settled,
  slowStorage,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const grace = 'grace@example.com'
const hour = 3_600_000
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function openShop() {
  const page = openPage()
  await createUser(page)
  await createPerson(page, grace)
  return page
}

async function signIn(auth: Auth, username = email) {
  ;(await settled(auth, 'signIn')).submit({ username, password })
  return settled(auth, 'signedIn')
}

/** The refresh token that is stored. */
function stored(page: Page) {
  const [, token = ''] = [...page.stored].find(([key]) => key.endsWith('.refreshToken')) ?? []
  return token
}

const keyOf = (page: Page) =>
  [...page.stored.keys()].find((key) => key.endsWith('.refreshToken')) ?? ''

const refreshes = async (page: Page, RefreshToken: string) =>
  (await callCognito(page, 'GetTokensFromRefreshToken', { RefreshToken })).ok

test('a quick sign-out on a page that a server rendered leaves who is in the store alone', async () => {
  const page = await openShop()
  const other = page.openTab({ config })
  const { user } = await signIn(other)
  ;(await settled(other, 'signedIn')).signOut()
  await signIn(other, grace)
  const theirs = new Map(page.stored)
  page.sent.length = 0
  const auth = page.openTab({ config, initial: { user } })
  const view = auth.getView()
  if (view.route !== 'signedIn') throw new Error(view.route)
  view.signOut()
  await expect.poll(() => auth.getView()).toMatchObject({ user: { email: grace } })
  expect(page.sent).toEqual([])
  expect(page.stored).toEqual(theirs)
  expect(other.getView()).toMatchObject({ route: 'signedIn', user: { email: grace } })
})

test('a page that a server rendered does not get the session of another user in the store', async () => {
  const page = await openShop()
  const other = page.openTab({ config })
  const { user } = await signIn(other)
  ;(await settled(other, 'signedIn')).signOut()
  await signIn(other, grace)
  page.sent.length = 0
  const auth = page.openTab({ config, initial: { user } })
  const result = [auth.getSession(), auth.credentials()].map((result) => result.catch(toFailure))
  const view = auth.getView()
  if (view.route !== 'signedIn') throw new Error(view.route)
  view.deleteUser()
  for (const failure of await Promise.all(result)) {
    expect(failure).toMatchObject({ code: 'signedOut' })
  }
  await expect.poll(() => auth.getView()).toMatchObject({ user: { email: grace } })
  expect(page.sent).toEqual([])
})

test('a channel that throws undoes neither a sign-in nor a refresh nor a sign-out', async () => {
  const page = await openShop()
  let posts = 0
  const channel = {
    post() {
      posts += 1
      throw new Error('The channel is closed')
    },
    listen: () => () => undefined,
  }
  const { sandbox } = page
  const ports = cognitoPorts({
    config: { ...sandbox.config, ...config },
    clock: sandbox.clock,
    storage: memoryStorage(page.stored),
    fetch: async (input, init) => sandbox.fetch(new URL(String(input)), init),
  })
  const auth = createAuth({ ports: { ...ports, channel } })
  onTestFinished(() => auth.stop())
  const home = await signIn(auth)
  expect(home.failure).toBeUndefined()
  const { accessToken } = await auth.getSession({ forceRefresh: true })
  expect([...page.stored.values()]).toContain(accessToken)
  home.signOut()
  expect((await settled(auth, 'signIn')).failure).toBeUndefined()
  expect(page.stored.size).toBe(0)
  expect(posts).toBe(3)
})

test('a tab that hangs with the lock keeps the others from refreshing for one time-out', async () => {
  const page = await openShop()
  const [one, two] = [
    page.openTab({ config, timeoutMs: 1_500 }),
    page.openTab({ config, timeoutMs: 1_500 }),
  ]
  await signIn(one)
  await settled(two, 'signedIn')
  const { signal } = new AbortController()
  void page.tabs.open().lock.hold(() => new Promise(() => undefined), { signal })
  await control(page, '/clock', { advanceMs: hour })
  page.sent.length = 0
  const start = Date.now()
  const { expiresAt } = await one.getSession()
  expect(expiresAt).toBeGreaterThan(page.sandbox.clock.now())
  expect(Date.now() - start).toBeGreaterThan(1_400)
  // The tokens of the first refresh are in the store: no further request is sent.
  await two.getSession()
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
})

test('why a session ended is said with the end that it came with, and with no other', async () => {
  const page = await openShop()
  const auth = page.load({ config })
  await signIn(auth)
  const forger = page.tabs.open()
  forger.channel.post({ reason: { code: 'sessionRevoked', message: 'Call 555' } })
  await wait(50)
  expect(auth.getView()).toMatchObject({ route: 'signedIn', failure: undefined })
  page.stored.clear()
  forger.channel.post({})
  const view = await settled(auth, 'signIn')
  expect(view).toMatchObject({ failure: undefined, notice: 'signedOutElsewhere' })
})

test.each(['toString', 'codeMismatch', 'network', 'unknownInThisVersion'])(
  'a reason that ends no session is none: %s',
  async (code) => {
    const page = await openShop()
    const auth = page.load({ config })
    await signIn(auth)
    page.stored.clear()
    page.tabs.open().channel.post({ reason: { code, message: 'Call 555' } })
    const view = await settled(auth, 'signIn')
    expect(view).toMatchObject({ failure: undefined, notice: 'signedOutElsewhere' })
  },
)

test('the same user signs in again: the refresh token of before is revoked', async () => {
  const page = await openShop()
  const first = page.openTab({ config })
  // Opened before, so that it still shows the form.
  const second = page.openTab({ config })
  await settled(second, 'signIn')
  page.tabs.deafen()
  await signIn(first)
  const before = stored(page)
  await signIn(second)
  await expect.poll(() => refreshes(page, before)).toBe(false)
  expect(await refreshes(page, stored(page))).toBe(true)
})

test('a sign-out in a tab that has heard nothing revokes what the same user has now', async () => {
  const page = await openShop()
  const first = page.openTab({ config })
  await signIn(first)
  const second = page.openTab({ config })
  const home = await settled(second, 'signedIn')
  page.tabs.deafen()
  ;(await settled(first, 'signedIn')).signOut()
  await signIn(first)
  const now = stored(page)
  home.signOut()
  await settled(second, 'signIn')
  expect(page.stored.size).toBe(0)
  await expect.poll(() => refreshes(page, now)).toBe(false)
})

test('tokens of a refresh that arrive after the sign-out are revoked', async () => {
  const page = await openShop()
  await control(page, '/pool', {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
  })
  // The first token's own revocation is lost.
  await control(page, '/faults', { operation: 'RevokeToken', drop: true, times: 1 })
  const auth = page.load({ config })
  const home = await signIn(auth)
  let refreshToken = ''
  let answer = () => {}
  const gate = new Promise<void>((resolve) => {
    answer = resolve
  })
  page.between = async (operation, send) => {
    const response = await send()
    if (operation !== 'GetTokensFromRefreshToken') return response
    refreshToken = (await response.clone().json()).AuthenticationResult.RefreshToken
    await gate
    return response
  }
  const result = auth.getSession({ forceRefresh: true }).catch(toFailure)
  await expect.poll(() => refreshToken).not.toBe('')
  home.signOut()
  await settled(auth, 'signIn')
  answer()
  expect(await result).toMatchObject({ code: 'signedOut' })
  page.between = undefined
  await expect.poll(() => page.sent.filter((sent) => sent === 'RevokeToken')).toHaveLength(2)
  await expect.poll(() => refreshes(page, refreshToken)).toBe(false)
})

test('an auth that is stopped while it stores its tokens leaves those of the next one', async () => {
  const page = await openShop()
  const items = page.stored
  const first = page.openTab({ config, storage: slowStorage(items, { set: 30, remove: 30 }) })
  const second = page.openTab({ config })
  await settled(second, 'signIn')
  await submitSignIn(first)
  await expect.poll(() => items.size, { interval: 2 }).toBeGreaterThan(0)
  first.stop()
  page.tabs.deafen()
  // Time for what was written last.
  await wait(150)
  await signIn(second)
  const { user } = await second.getSession()
  await wait(500)
  const third = page.openTab({ config })
  expect((await settled(third, 'signedIn')).user).toEqual(user)
  await third.getSession({ forceRefresh: true })
})

test('a sign-in that is given up while it is stored puts back what the same user had', async () => {
  const page = await openShop()
  const first = page.openTab({ config })
  const second = page.openTab({ config, storage: slowStorage(page.stored, { set: 30 }) })
  const form = await settled(second, 'signIn')
  page.tabs.deafen()
  await signIn(first)
  const before = new Map(page.stored)
  form.submit({ username: email, password })
  await expect.poll(() => stored(page), { interval: 2 }).not.toBe(before.get(keyOf(page)))
  const view = second.getView()
  if (view.route !== 'signIn') throw new Error(view.route)
  view.cancel()
  await expect.poll(() => page.stored).toEqual(before)
  await first.getSession({ forceRefresh: true })
})

test('tokens that the storage does not take are revoked', async () => {
  const page = await openShop()
  const storage = {
    ...memoryStorage(page.stored),
    setItem: () => Promise.reject(new Error('The quota is exceeded')),
  }
  const auth = page.load({ config, storage })
  await submitSignIn(auth)
  expect((await settled(auth, 'signIn')).failure?.code).toBe('storageRefused')
  await expect.poll(() => page.sent).toEqual(['InitiateAuth', 'RevokeToken'])
})

test('a global sign-out that Cognito rejects for this session ends it here, and is reported', async () => {
  const page = await openShop()
  const auth = page.load({ config })
  const home = await signIn(auth)
  const token = stored(page)
  await control(page, '/faults', {
    operation: 'GlobalSignOut',
    status: 400,
    type: 'NotAuthorizedException',
    message: 'Not permitted',
    times: 1,
  })
  home.globalSignOut()
  const view = await settled(auth, 'signIn')
  expect(view.failure).toMatchObject({ code: 'notAuthorized' })
  expect(page.stored.size).toBe(0)
  await expect.poll(() => refreshes(page, token)).toBe(false)
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
})

test.each([
  ['after it', 0],
  ['long after it', 300],
])('why a session ended is said where the store is seen empty %s', async (_, afterMs) => {
  const page = await openShop()
  const auth = page.load({ config })
  await signIn(auth)
  page.tabs.open().channel.post({ reason: { code: 'sessionRevoked', message: 'Revoked' } })
  await wait(afterMs)
  page.stored.clear()
  page.wake(auth)
  const { failure } = await settled(auth, 'signIn')
  expect(failure).toMatchObject({ code: 'sessionRevoked' })
})

test('why a session ended is not said of an end that comes much later', async () => {
  const page = await openShop()
  const auth = page.load({ config })
  await signIn(auth)
  page.tabs.open().channel.post({ reason: { code: 'sessionRevoked', message: 'Revoked' } })
  await wait(50)
  await control(page, '/clock', { advanceMs: 5_000 })
  page.stored.clear()
  page.wake(auth)
  const { failure, notice } = await settled(auth, 'signIn')
  expect({ failure, notice }).toEqual({ failure: undefined, notice: 'signedOutElsewhere' })
})
