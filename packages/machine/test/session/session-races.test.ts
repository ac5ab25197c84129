import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { createAuth, toFailure } from '../../src/index.ts'
import {
  callCognito,
  control,
  createUser,
  email,
  lastCode,
  openPage,
  password,
  settled,
  signUp,
  signUpAndIn,
  slowStorage,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const hour = 3_600_000
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const unhandled: unknown[] = []
const note = (error: unknown) => unhandled.push(error)
beforeEach(() => {
  process.on('unhandledRejection', note)
})
afterEach(() => {
  process.off('unhandledRejection', note)
  vi.useRealTimers()
  expect(unhandled.splice(0)).toEqual([])
})

test('a sign-in given up while its tokens are stored leaves nothing, and the next one is whole', async () => {
  const page = openPage()
  ;(await signUpAndIn(page, page.load())).signOut()
  const storage = slowStorage(page.stored, { set: 30, remove: 10 })
  const auth = page.load({ storage })
  const view = await settled(auth, 'signIn')
  view.submit({ username: email, password })
  await expect.poll(() => page.stored.size, { interval: 5 }).toBeGreaterThan(0)
  view.cancel()
  expect(auth.getView()).toMatchObject({ route: 'signIn', isPending: false })
  view.submit({ username: email, password })
  await settled(auth, 'signedIn')
  expect(page.stored.size).toBe(5)
  expect((await auth.getSession()).user.email).toBe(email)

  const again = page.load({ storage })
  await settled(again, 'signedIn')
})

test('a sign-in given up while its tokens are stored signs no user in', async () => {
  const page = openPage()
  ;(await signUpAndIn(page, page.load())).signOut()
  const auth = page.load({ storage: slowStorage(page.stored, { set: 30 }) })
  const view = await settled(auth, 'signIn')
  view.submit({ username: email, password })
  await expect.poll(() => page.stored.size, { interval: 5 }).toBeGreaterThan(0)
  view.goSignUp()
  await settled(auth, 'signUp')
  await expect.poll(() => page.stored.size).toBe(0)
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
})

test('a sign-in given up while its tokens are stored takes them back from Cognito, too', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load({ config, storage: slowStorage(page.stored, { set: 30 }) })
  let refreshToken: unknown
  page.between = async (operation, send) => {
    const response = await send()
    if (operation === 'InitiateAuth') {
      const { AuthenticationResult } = await response.clone().json()
      refreshToken = AuthenticationResult.RefreshToken
    }
    return response
  }
  const view = await settled(auth, 'signIn')
  view.submit({ username: email, password })
  await expect.poll(() => page.stored.size, { interval: 5 }).toBeGreaterThan(0)
  view.cancel()
  await expect.poll(() => page.sent).toContain('RevokeToken')
  await expect.poll(() => page.stored.size).toBe(0)
  expect(refreshToken).toBeTypeOf('string')
  const answer = await callCognito(page, 'GetTokensFromRefreshToken', {
    RefreshToken: refreshToken,
  })
  expect(answer.status).toBe(400)
})

test('signing out while a refresh is being stored: no token is left, for any user', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  const storage = slowStorage(page.stored, { set: 30, remove: 5 })
  const auth = page.load({ storage })
  const home = await settled(auth, 'signedIn')
  await control(page, '/clock', { advanceMs: hour })
  const result = auth.getSession().catch(toFailure)
  await expect.poll(() => page.sent, { interval: 1 }).toContain('GetTokensFromRefreshToken')
  home.signOut()
  await settled(auth, 'signIn')
  expect(await result).toMatchObject({ code: 'signedOut' })
  await wait(250)
  expect(page.stored.size).toBe(0)
  await settled(page.load({ storage }), 'signIn')
})

test('a session that ends while another refresh starts does not share its request', async () => {
  const page = openPage()
  const auth = page.load()
  const home = await signUpAndIn(page, auth)
  await control(page, '/faults', {
    operation: 'GetTokensFromRefreshToken',
    latencyMs: 200,
    times: 1,
  })
  const first = auth.getSession({ forceRefresh: true }).catch(toFailure)
  home.signOut()
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  await settled(auth, 'signedIn')
  page.sent.length = 0
  await Promise.all([
    auth.getSession({ forceRefresh: true }),
    auth.getSession({ forceRefresh: true }),
  ])
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
  expect(await first).toMatchObject({ code: 'signedOut' })
  expect(auth.getView().route).toBe('signedIn')
})

test('a storage that responds after the time-out signs no user in behind the screen', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  const auth = page.load({ storage: slowStorage(page.stored, { get: 300 }), timeoutMs: 150 })
  expect((await settled(auth, 'signIn')).failure?.code).toBe('timeout')
  await wait(1_000)
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
})

test('a storage that does not delete: revoked at Cognito all the same, and reported', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  const storage = {
    ...slowStorage(page.stored, {}),
    setItem: () => Promise.reject(new Error('no')),
    removeItem: () => Promise.reject(new Error('no')),
  }
  const auth = page.load({ storage })
  ;(await settled(auth, 'signedIn')).signOut()
  expect((await settled(auth, 'signIn')).failure?.code).toBe('storageRefused')
  expect(page.sent.at(-1)).toBe('RevokeToken')
  await control(page, '/clock', { advanceMs: hour })
  expect((await settled(page.load({ storage }), 'signIn')).failure?.code).toBe('sessionRevoked')
})

test('a global sign-out of a session that was revoked elsewhere signs out here, too', async () => {
  const page = openPage()
  const auth = page.load()
  const home = await signUpAndIn(page, auth)
  const { accessToken } = await auth.getSession()
  await callCognito(page, 'GlobalSignOut', { AccessToken: accessToken })
  home.globalSignOut()
  expect((await settled(auth, 'signIn')).failure?.code).toBe('sessionRevoked')
  expect(page.stored.size).toBe(0)
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
})

test('the refresh of another tab is taken over: rotation signs no user out', async () => {
  const page = openPage()
  await control(page, '/pool', {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
  })
  const one = page.load()
  await signUpAndIn(page, one)
  const other = page.openTab()
  await settled(other, 'signedIn')
  await control(page, '/clock', { advanceMs: hour })
  const { accessToken } = await one.getSession()
  page.sent.length = 0
  expect((await other.getSession()).accessToken).toBe(accessToken)
  expect(page.sent).toEqual([])
  expect(one.getView().route).toBe('signedIn')
})

test('a refresh of a reload that is lost does not show who has signed out in another tab', async () => {
  const page = openPage()
  await createUser(page)
  const first = page.openTab({ config })
  await submitSignIn(first)
  const home = await settled(first, 'signedIn')
  await control(page, '/clock', { advanceMs: hour })
  let lose = () => {}
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(new TypeError('offline'))
  })
  page.between = (operation, send) => (operation === 'GetTokensFromRefreshToken' ? lost : send())
  const second = page.openTab({ config })
  await expect.poll(() => page.sent).toContain('GetTokensFromRefreshToken')
  home.signOut()
  await settled(first, 'signIn')
  // Until the second has heard of it.
  await wait(200)
  lose()
  await settled(second, 'signIn')
  await expect(second.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
})

test.each([
  ['answers at once', 0],
  ['takes its time', 20],
])(
  'who signs out before the tokens of a rendered page are found is signed out: a storage that %s',
  async (_, get) => {
    const page = openPage()
    await createUser(page)
    const before = page.load({ config })
    await submitSignIn(before)
    const { user } = await settled(before, 'signedIn')
    const storage = get > 0 ? { storage: slowStorage(page.stored, { get }) } : {}
    page.sent.length = 0
    const auth = page.load({ config, initial: { user }, ...storage })
    const view = auth.getView()
    expect(view.route).toBe('signedIn')
    if (view.route === 'signedIn') view.signOut()
    await settled(auth, 'signIn')
    expect(page.sent).toEqual(['RevokeToken'])
    await wait(100)
    expect(page.stored.size).toBe(0)
    await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
  },
)

test('after stop() nothing is sent, stored or given any more', async () => {
  const page = openPage()
  const auth = page.load()
  await signUpAndIn(page, auth)
  await control(page, '/faults', { operation: 'GetTokensFromRefreshToken', latencyMs: 150 })
  const stored = new Map(page.stored)
  const result = auth.getSession({ forceRefresh: true }).catch(toFailure)
  await expect.poll(() => page.sent, { interval: 1 }).toContain('GetTokensFromRefreshToken')
  page.sent.length = 0
  auth.stop()
  expect(await result).toMatchObject({ code: 'stopped' })
  await wait(300)
  expect(new Map(page.stored)).toEqual(stored)
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'StoppedError' })
  expect(page.sent).toEqual([])
})

test('stop() ends everything even if it throws, because the vault of the app does', async () => {
  const page = openPage()
  const vault = {
    put: () => undefined,
    take: () => undefined,
    empty() {
      throw new Error('The vault is closed')
    },
  }
  const ports = cognitoPorts({ config: page.sandbox.config, fetch: page.sandbox.fetch })
  const auth = createAuth({ ports: { ...ports, vault } })
  expect(() => auth.stop()).toThrow('The vault is closed')
  const { route } = auth.getView()
  expect(route).toBe('restoring')
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'StoppedError' })
  auth.subscribe(() => undefined)
  await wait(50)
  expect(auth.getView().route).toBe('restoring')
})

test('stop() during the restore is a typed end for who waits', async () => {
  const page = openPage()
  const auth = page.load({ storage: slowStorage(page.stored, { get: 50 }) })
  const result = auth.getSession().catch(toFailure)
  auth.stop()
  expect(await result).toMatchObject({ code: 'stopped' })
})

test('the session is refreshed ahead of its expiry by itself, again and again', async () => {
  const page = openPage()
  const auth = page.load()
  await signUpAndIn(page, auth)
  page.sent.length = 0
  const { expiresAt } = await auth.getSession()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.now() })
  const reloaded = page.load()
  await vi.waitFor(() => expect(reloaded.getView().route).toBe('signedIn'))
  const before = expiresAt - 61_000 - page.sandbox.clock.now()
  await vi.advanceTimersByTimeAsync(before)
  expect(page.sent).toEqual([])
  // Somewhen in the half minute after it is due, so that tabs do not all ask at once. Time stands
  // still until the response arrives: it must not run into the time-out.
  for (let s = 0; s < 32 && page.sent.length === 0; s += 1) await vi.advanceTimersByTimeAsync(1000)
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
  await vi.waitFor(async () =>
    expect((await reloaded.getSession()).expiresAt).toBeGreaterThan(expiresAt),
  )
  await vi.advanceTimersByTimeAsync(hour)
  await vi.waitFor(() => expect(page.sent.length).toBeGreaterThanOrEqual(2))
  expect((await reloaded.getSession()).expiresAt).toBeGreaterThan(expiresAt + 50 * 60_000)
})

test('due, but not yet expired: a lost network gives the token that is still good', async () => {
  const page = openPage()
  const auth = page.load()
  await signUpAndIn(page, auth)
  const { accessToken } = await auth.getSession()
  await control(page, '/clock', { advanceMs: hour - 30_000 })
  await control(page, '/faults', { operation: 'GetTokensFromRefreshToken', drop: true })
  expect((await auth.getSession()).accessToken).toBe(accessToken)
  await expect(auth.getSession({ forceRefresh: true })).rejects.toMatchObject({
    name: 'NetworkError',
  })
  await control(page, '/clock', { advanceMs: 31_000 })
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'NetworkError' })
  expect(auth.getView().route).toBe('signedIn')
})

test('going back from the code screen empties the vault: confirmed elsewhere, one must sign in', async () => {
  const page = openPage()
  const auth = page.load()
  const confirm = await signUp(auth)
  const code = await lastCode(page)
  confirm.goSignIn()
  // A wrong password leads nowhere, and nothing of the first flow signs in behind it.
  ;(await settled(auth, 'signIn')).submit({ username: email, password: 'Wrong-horse-7' })
  await settled(auth, 'signIn')
  await callCognito(page, 'ConfirmSignUp', { Username: email, ConfirmationCode: code })
  expect(page.vault.take()).toBeUndefined()
})
