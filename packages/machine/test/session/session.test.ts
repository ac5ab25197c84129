import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { toFailure } from '../../src/index.ts'
import {
  callCognito,
  control,
  email,
  openPage,
  password,
  settled,
  signUpAndIn,
} from '../support/sandbox-auth.ts'

const hour = 3_600_000

test('a reload finds the session without asking Cognito', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  page.sent.length = 0
  const auth = page.load()
  expect(auth.getView()).toMatchObject({ route: 'restoring', isPending: true })
  expect((await settled(auth, 'signedIn')).user.email).toBe(email)
  expect(page.sent).toEqual([])
})

test('getSession gives tokens that the sandbox accepts', async () => {
  const page = openPage()
  const auth = page.load()
  await signUpAndIn(page, auth)
  const session = await auth.getSession()
  expect(decodeJwt(session.idToken)).toMatchObject({ email, token_use: 'id' })
  expect(session.expiresAt).toBeGreaterThan(page.sandbox.clock.now() + 59 * 60_000)
  const response = await callCognito(page, 'GetUser', { AccessToken: session.accessToken })
  expect(response.status).toBe(200)
})

test('getSession says when the timer refreshes the tokens', async () => {
  const page = openPage()
  const auth = page.load()
  await signUpAndIn(page, auth)
  const { refreshAt = 0, expiresAt } = await auth.getSession()
  expect(expiresAt - refreshAt).toBeGreaterThanOrEqual(30_000)
  expect(expiresAt - refreshAt).toBeLessThanOrEqual(60_000)
  expect((await auth.getSession()).refreshAt).toBe(refreshAt)
})

test('getSession waits for the restore, and rejects when no user is signed in', async () => {
  const page = openPage()
  const signedOut = page.load()
  await expect(signedOut.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
  await signUpAndIn(page, signedOut)
  const auth = page.load()
  expect((await auth.getSession()).user.email).toBe(email)
})

test('past its time the session is refreshed once, however many ask', async () => {
  const page = openPage()
  const auth = page.load()
  await signUpAndIn(page, auth)
  const before = await auth.getSession()
  const events: string[] = []
  auth.on('token.refreshed', ({ type }) => events.push(type))
  await control(page, '/clock', { advanceMs: hour })
  page.sent.length = 0
  const sessions = await Promise.all([auth.getSession(), auth.getSession(), auth.getSession()])
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
  expect(new Set(sessions.map(({ accessToken }) => accessToken)).size).toBe(1)
  expect(sessions[0]?.accessToken).not.toBe(before.accessToken)
  expect(events).toEqual(['token.refreshed'])
})

test('where access tokens live shorter than ID tokens, both are refreshed with the first', async () => {
  const page = openPage({
    pool: {
      AccessTokenValidity: 5,
      IdTokenValidity: 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' },
    },
  })
  const auth = page.load()
  await signUpAndIn(page, auth)
  const before = await auth.getSession()
  expect(before.expiresAt - page.sandbox.clock.now()).toBeLessThanOrEqual(5 * 60_000)
  await control(page, '/clock', { advanceMs: 6 * 60_000 })
  const { accessToken } = await auth.getSession()
  expect((await callCognito(page, 'GetUser', { AccessToken: accessToken })).status).toBe(200)
})

test('a reload past the expiry refreshes before it shows the user as signed in', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  await control(page, '/clock', { advanceMs: 2 * hour })
  page.sent.length = 0
  const auth = page.load()
  await settled(auth, 'signedIn')
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
})

test('a rotated refresh token replaces the old one in the store', async () => {
  const page = openPage()
  await control(page, '/pool', {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
  })
  const auth = page.load()
  await signUpAndIn(page, auth)
  const refreshToken = () => [...page.stored].find(([key]) => key.endsWith('.refreshToken'))?.[1]
  const before = refreshToken()
  for (let round = 0; round < 3; round += 1) {
    await control(page, '/clock', { advanceMs: hour })
    await auth.getSession()
  }
  expect(refreshToken()).not.toBe(before)
  expect(auth.getView().route).toBe('signedIn')
})

test('a lost network keeps the session, at the reload and after it', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  await control(page, '/clock', { advanceMs: 2 * hour })
  let isOnline = false
  const auth = page.load({
    fetch: (input, init) =>
      isOnline
        ? page.sandbox.fetch(input as string, init)
        : Promise.reject(new TypeError('offline')),
  })
  await settled(auth, 'signedIn')
  const failed = auth.getSession().catch(toFailure)
  expect(await failed).toMatchObject({ code: 'network', retryable: true })
  expect(auth.getView().route).toBe('signedIn')
  isOnline = true
  expect((await auth.getSession()).user.email).toBe(email)
})

test.each([
  ['AdminDisableUser', 'userDisabled'],
  ['AdminDeleteUser', 'userNotFound'],
])('%s ends the session with its reason', async (operation, code) => {
  const page = openPage()
  const auth = page.load()
  await signUpAndIn(page, auth)
  const reasons: unknown[] = []
  auth.on('signedOut', ({ reason }) => reasons.push(reason?.code))
  await callCognito(page, operation, { Username: email })
  await control(page, '/clock', { advanceMs: hour })
  await expect(auth.getSession()).rejects.toThrow()
  const view = await settled(auth, 'signIn')
  expect(reasons).toEqual([view.failure?.code])
  expect(['sessionRevoked', 'notAuthorized', code]).toContain(view.failure?.code)
  expect(page.stored.size).toBe(0)
})

test('signing out forgets the tokens and revokes them', async () => {
  const page = openPage()
  const auth = page.load()
  const home = await signUpAndIn(page, auth)
  const { accessToken } = await auth.getSession()
  page.sent.length = 0
  home.signOut()
  expect(auth.getView()).toMatchObject({ route: 'signingOut', isPending: true })
  expect(await settled(auth, 'signIn')).toMatchObject({ failure: undefined, username: email })
  expect(page.sent).toEqual(['RevokeToken'])
  expect(page.stored.size).toBe(0)
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
  const response = await callCognito(page, 'GetUser', { AccessToken: accessToken })
  expect(await response.json()).toMatchObject({ message: 'Access Token has been revoked' })
})

test('signing out without a network still signs out here', async () => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  const auth = page.load({ fetch: () => Promise.reject(new TypeError('offline')) })
  const failures: unknown[] = []
  auth.on('failure', ({ failure }) => failures.push(failure.code))
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  expect(page.stored.size).toBe(0)
  expect(failures).toEqual(['network'])
})

test('global sign-out ends other sessions too', async () => {
  const page = openPage()
  const auth = page.load()
  const home = await signUpAndIn(page, auth)
  const tokens = [...page.stored]
  home.globalSignOut()
  await settled(auth, 'signIn')
  expect(page.sent.at(-1)).toBe('GlobalSignOut')

  for (const [key, value] of tokens) page.stored.set(key, value)
  await control(page, '/clock', { advanceMs: hour })
  const other = page.load()
  expect((await settled(other, 'signIn')).failure?.code).toBe('sessionRevoked')
})

test('a global sign-out that fails keeps the session and says so', async () => {
  const page = openPage()
  const auth = page.load()
  const home = await signUpAndIn(page, auth)
  await control(page, '/faults', { operation: 'GlobalSignOut', times: 1, drop: true })
  home.globalSignOut()
  const view = await settled(auth, 'signedIn')
  expect(view.failure).toMatchObject({ code: 'network', retryable: true })
  view.globalSignOut()
  await settled(auth, 'signIn')
})

test.each([
  ['nonsense', 'not a token'],
  ['a token cut short', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIi'],
  ['nothing', ''],
])('a store with %s in it is no session, and nothing crashes', async (_, idToken) => {
  const page = openPage()
  await signUpAndIn(page, page.load())
  for (const key of page.stored.keys()) if (key.endsWith('.idToken')) page.stored.set(key, idToken)
  const auth = page.load()
  const view = await settled(auth, 'signIn')
  expect(view.failure).toBeUndefined()
  view.submit({ username: email, password })
  await settled(auth, 'signedIn')
})
