import { expect, test } from 'vitest'
import { type Auth, toFailure } from '../../src/index.ts'
import {
  callCognito,
  control,
  createUser,
  email,
  mfaPool,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  slowStorage,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const hour = 3_600_000
const grace = 'grace@example.com'

const rotation = (RetryGracePeriodSeconds: number) => ({
  RefreshTokenRotation: { Feature: 'ENABLED' as const, RetryGracePeriodSeconds },
})

/** Signs in without SRP, which is slow and judged elsewhere. */
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }

async function openTabs(count: number, pool: Parameters<typeof openPage>[0] = {}) {
  const page = openPage(pool)
  await createUser(page)
  const tabs = Array.from({ length: count }, () => page.openTab({ config }))
  for (const tab of tabs) await settled(tab, 'signIn')
  return { page, tabs }
}

/** Signs in in the first tab, and waits until all have followed. */
async function signInFirst({ page, tabs }: { page: Page; tabs: readonly Auth[] }) {
  const [first] = tabs as [Auth]
  await submitSignIn(first)
  for (const tab of tabs) await settled(tab, 'signedIn')
  page.sent.length = 0
}

const tokenOf = async (tab: Auth) => (await tab.getSession()).accessToken

function listen(auth: Auth) {
  const events: string[] = []
  auth.on('*', ({ type }) => events.push(type))
  return events
}

test('a sign-in reaches the other tabs, without a request of theirs', async () => {
  const { page, tabs } = await openTabs(3)
  const [first, second] = tabs as [Auth, Auth]
  const events = listen(second)
  page.sent.length = 0
  await submitSignIn(first)
  for (const tab of tabs) expect((await settled(tab, 'signedIn')).user.email).toBe(email)
  expect(page.sent).toEqual(['InitiateAuth'])
  expect(events).toEqual(['restored'])
  expect(new Set(await Promise.all(tabs.map(tokenOf))).size).toBe(1)
})

test('a sign-out reaches the other tabs, which say so and ask nothing of Cognito', async () => {
  const open = await openTabs(3)
  await signInFirst(open)
  const { page, tabs } = open
  const [first, second] = tabs as [Auth, Auth]
  const events = listen(second)
  ;(await settled(first, 'signedIn')).signOut()
  const view = await settled(second, 'signIn')
  expect(view).toMatchObject({ notice: 'signedOutElsewhere', failure: undefined })
  expect((await settled(first, 'signIn')).notice).toBeUndefined()
  expect(events).toEqual(['signedOut'])
  expect(page.sent).toEqual(['RevokeToken'])
  await expect(second.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
})

test('a session that Cognito has ended ends in all tabs, with its reason in each', async () => {
  const open = await openTabs(3)
  await signInFirst(open)
  const { page, tabs } = open
  await callCognito(page, 'AdminDisableUser', { Username: email })
  await control(page, '/clock', { advanceMs: hour })
  const [first] = tabs as [Auth]
  await first.getSession().catch(toFailure)
  const reasons = await Promise.all(
    tabs.map(async (tab) => (await settled(tab, 'signIn')).failure?.code),
  )
  expect(reasons[0]).toBeDefined()
  expect(new Set(reasons).size).toBe(1)
})

test('a tab that sees the store empty before the reason arrives still shows the reason', async () => {
  const open = await openTabs(2)
  await signInFirst(open)
  const { page, tabs } = open
  const [, second] = tabs as [Auth, Auth]
  const another = page.tabs.open().channel
  page.stored.clear()
  // The `storage` event, which says nothing, and what overtakes it while the store is looked at twice.
  another.post({})
  setTimeout(() => another.post({ reason: { code: 'sessionRevoked', message: 'Over' } }), 20)
  expect(await settled(second, 'signIn')).toMatchObject({
    failure: { code: 'sessionRevoked' },
    notice: undefined,
  })
})

test('a request that fails because of a sign-out in another tab does not say that Cognito ended the session', async () => {
  const page = openPage()
  await createUser(page)
  let removable = Promise.resolve()
  const { getItem, setItem } = slowStorage(page.stored, {})
  const removeItem = async (key: string) => {
    await removable
    page.stored.delete(key)
  }
  const leaving = page.openTab({ config, storage: { getItem, setItem, removeItem } })
  await submitSignIn(leaving)
  const other = page.openTab({ config })
  await settled(other, 'signedIn')
  let reject = () => {}
  // After the first look of the other tab and before its second, on a slow machine too.
  removable = new Promise((resolve) => {
    reject = () => setTimeout(resolve, 1)
  })
  page.between = async (operation, send) => {
    const response = await send()
    // Cognito has revoked the tokens, and the store has them still.
    if (operation === 'RevokeToken') void other.getSession({ forceRefresh: true }).catch(toFailure)
    if (operation === 'GetTokensFromRefreshToken') reject()
    return response
  }
  ;(await settled(leaving, 'signedIn')).signOut()
  const { failure, notice } = await settled(other, 'signIn')
  expect([failure, notice]).toEqual([undefined, 'signedOutElsewhere'])
})

test('why one session has ended is not said of the next', async () => {
  const open = await openTabs(2)
  await signInFirst(open)
  const { page, tabs } = open
  const [first, second] = tabs as [Auth, Auth]
  page.tabs.open().channel.post({ reason: { code: 'sessionRevoked', message: 'Over' } })
  const { accessToken } = await first.getSession({ forceRefresh: true })
  await expect.poll(() => tokenOf(second)).toBe(accessToken)
  ;(await settled(first, 'signedIn')).signOut()
  expect(await settled(second, 'signIn')).toMatchObject({ notice: 'signedOutElsewhere' })
})

test('another user who signs in in one tab is the user of all', async () => {
  const open = await openTabs(2)
  const { page, tabs } = open
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: grace,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: grace },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  await mustCallCognito(page, 'AdminSetUserPassword', {
    Username: grace,
    Password: password,
    Permanent: true,
  })
  const [first, second] = tabs as [Auth, Auth]
  // In the middle of a sign-up the second tab is not taken along, so that it can sign in itself.
  ;(await settled(second, 'signIn')).goSignUp()
  await submitSignIn(first)
  const home = await settled(first, 'signedIn')
  home.loadProfile()
  await expect.poll(() => first.getView()).toMatchObject({ profile: { isLoading: false } })
  await expect.poll(() => second.getView()).toMatchObject({ route: 'signUp', elsewhere: { email } })
  page.tabs.deafen()
  const view = await settled(second, 'signUp')
  view.goSignedIn()
  await settled(second, 'signedIn')

  const other = page.openTab({ config })
  ;(await settled(other, 'signedIn')).signOut()
  await settled(other, 'signIn').then((view) => view.submit({ username: grace, password }))
  await settled(other, 'signedIn')
  const events = listen(first)
  // Deaf until it is looked at.
  expect(first.getView()).toMatchObject({ user: { email } })
  page.wake(first)
  await expect.poll(() => first.getView()).toMatchObject({ user: { email: grace } })
  expect(first.getView()).toMatchObject({
    route: 'signedIn',
    notice: 'userSwitched',
    profile: { data: undefined },
  })
  expect(events).toEqual(['signedOut', 'restored'])
  expect((await first.getSession()).user.email).toBe(grace)
})

test('a tab in the middle of a challenge is notified, and keeps its screen', async () => {
  const page = openPage({ pool: mfaPool('OPTIONAL') })
  await createUser(page)
  await mustCallCognito(page, 'AdminSetUserMFAPreference', {
    Username: email,
    EmailMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  const tabs = [page.openTab({ config }), page.openTab({ config })] as const
  const [first, second] = tabs
  await submitSignIn(first)
  await settled(first, 'confirmSignIn')
  expect(second.getView().route).toBe('signIn')

  await mustCallCognito(page, 'AdminSetUserMFAPreference', {
    Username: email,
    EmailMfaSettings: { Enabled: false },
  })
  await submitSignIn(second)
  await settled(second, 'signedIn')
  await expect.poll(() => first.getView().elsewhere?.email).toBe(email)
  const view = await settled(first, 'confirmSignIn')
  expect(view.destination).toBeDefined()

  // The other one signs out again: nothing to go to any more.
  ;(await settled(second, 'signedIn')).signOut()
  await expect.poll(() => first.getView().elsewhere).toBeUndefined()
  view.goSignedIn()
  expect(first.getView().route).toBe('confirmSignIn')

  await submitSignIn(second)
  await expect.poll(() => first.getView().elsewhere?.email).toBe(email)
  // A user who cancels the challenge is signed in as well.
  view.goSignIn()
  await settled(first, 'signedIn')
})

test('one refresh per expiry, however many tabs ask, with rotation and no grace', async () => {
  const open = await openTabs(5, { pool: rotation(0) })
  await signInFirst(open)
  const { page, tabs } = open
  for (let round = 1; round <= 4; round += 1) {
    await control(page, '/clock', { advanceMs: hour })
    const sessions = await Promise.all(tabs.flatMap((tab) => [tokenOf(tab), tokenOf(tab)]))
    expect(new Set(sessions).size).toBe(1)
    expect(page.sent).toEqual(Array(round).fill('GetTokensFromRefreshToken'))
  }
  for (const tab of tabs) expect(tab.getView().route).toBe('signedIn')
})

test('the tabs that did not refresh take the new tokens, and none answers a change with another', async () => {
  const open = await openTabs(4)
  await signInFirst(open)
  const { page, tabs } = open
  const events = tabs.map(listen)
  page.tabs.posted.length = 0
  await control(page, '/clock', { advanceMs: hour })
  const [first] = tabs as [Auth]
  const token = await tokenOf(first)
  await expect.poll(() => events.every((events) => events.includes('token.refreshed'))).toBe(true)
  await control(page, '/faults', { operation: '*', drop: true })
  for (const tab of tabs) expect(await tokenOf(tab)).toBe(token)
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
  expect(page.tabs.posted).toEqual([{ clockDrift: expect.any(Number) }])
  expect(events).toEqual(tabs.map(() => ['token.refreshed']))
})

test('a clock that is two hours ahead does not make tabs refresh in turns', async () => {
  const page = openPage({ pool: rotation(0) })
  await createUser(page)
  const clock = { now: () => page.sandbox.clock.now() + 2 * hour }
  const tabs = [1, 2, 3].map(() => page.openTab({ clock, config }))
  for (const tab of tabs) await settled(tab, 'signIn')
  await signInFirst({ page, tabs })
  for (let round = 0; round < 5; round += 1) {
    for (const tab of tabs) await tab.getSession()
  }
  // The tab that signed in has posted the drift of the clock to the others.
  expect(page.sent).toEqual([])
  await control(page, '/clock', { advanceMs: hour })
  for (const tab of tabs) await tab.getSession()
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
})

test('a refresh in flight while another tab signs out brings no token back', async () => {
  const open = await openTabs(2)
  await signInFirst(open)
  const { page, tabs } = open
  const [first, second] = tabs as [Auth, Auth]
  page.tabs.deafen()
  await control(page, '/clock', { advanceMs: hour })
  await control(page, '/faults', { operation: 'GetTokensFromRefreshToken', latencyMs: 300 })
  const session = first.getSession()
  session.catch(() => undefined)
  await expect.poll(() => page.sent).toContain('GetTokensFromRefreshToken')
  ;(await settled(second, 'signedIn')).signOut()
  await settled(second, 'signIn')
  expect(['signedOut', 'sessionRevoked']).toContain(
    toFailure(
      await session.then(
        () => 'a session',
        (error) => error,
      ),
    ).code,
  )
  expect((await settled(first, 'signIn')).notice).toBe('signedOutElsewhere')
  expect(page.stored.size).toBe(0)
})

test('a tab in the middle of a sign-up keeps what it shows', async () => {
  const { tabs } = await openTabs(2)
  const [first, second] = tabs as [Auth, Auth]
  ;(await settled(second, 'signIn')).goSignUp()
  const form = await settled(second, 'signUp')
  form.submit({ username: grace, password, attributes: { email: grace } })
  await settled(second, 'confirmSignUp')
  await submitSignIn(first)
  await expect.poll(() => second.getView().elsewhere?.email).toBe(email)
  const view = await settled(second, 'confirmSignUp')
  expect(view.destination).toContain('@')
  view.goSignedIn()
  expect((await settled(second, 'signedIn')).user.email).toBe(email)
  expect(second.getView().elsewhere).toBeUndefined()
})

test('who cannot hear looks again when the tab is shown', async () => {
  const open = await openTabs(2)
  const { page, tabs } = open
  const [first, second] = tabs as [Auth, Auth]
  page.tabs.deafen()
  await submitSignIn(first)
  await settled(first, 'signedIn')
  expect(second.getView().route).toBe('signIn')
  page.wake(second)
  await settled(second, 'signedIn')
  ;(await settled(first, 'signedIn')).signOut()
  await settled(first, 'signIn')
  page.wake(second)
  expect((await settled(second, 'signIn')).notice).toBe('signedOutElsewhere')
})

test('a tab that waits for its turn to refresh takes what the others post meanwhile', async () => {
  const open = await openTabs(4, { pool: rotation(0) })
  await signInFirst(open)
  const { page, tabs } = open
  await control(page, '/faults', { operation: 'GetTokensFromRefreshToken', latencyMs: 100 })
  // All ask at once, so that all but one wait, hear of the new tokens, and then get the lock.
  await control(page, '/clock', { advanceMs: hour })
  page.tabs.delayMs = 30
  await Promise.all(tabs.map((tab) => tab.getSession()))
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
})

test('a tab that was asleep past the expiry refreshes as it wakes up', async () => {
  const open = await openTabs(2)
  await signInFirst(open)
  const { page, tabs } = open
  await control(page, '/clock', { advanceMs: 5 * hour })
  for (const tab of tabs) page.wake(tab)
  await expect.poll(() => page.sent).toEqual(['GetTokensFromRefreshToken'])
  const sessions = await Promise.all(tabs.map(tokenOf))
  expect(new Set(sessions).size).toBe(1)
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
})

test('tabs with storages of their own have sessions of their own', async () => {
  const page = openPage()
  await createUser(page)
  const own = () => {
    const items = new Map<string, string>()
    return {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    }
  }
  const [first, second] = [
    page.openTab({ config, storage: own() }),
    page.openTab({ config, storage: own() }),
  ]
  await submitSignIn(first)
  await settled(first, 'signedIn')
  await submitSignIn(second)
  const home = await settled(second, 'signedIn')
  home.signOut()
  await settled(second, 'signIn')
  expect(first.getView().route).toBe('signedIn')
})
