import { expect, test } from 'vitest'
import { cookieStorage } from '../../src/adapters/browser/index.ts'
import { chunkedCookies } from '../../src/adapters/cookies/chunked-cookies.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { cognitoTokenStore } from '../../src/cognito/stores/token-store.ts'
import { type Auth, toFailure } from '../../src/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'
import { openDocument } from '../support/browser-document.ts'
import {
  control,
  createUser,
  email,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const hour = 3_600_000
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const rotation = {
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
} as const

async function openWithUser(options: Parameters<typeof openPage>[0] = {}) {
  const page = openPage(options)
  await createUser(page)
  return page
}

/** Ends the session at Cognito, and lets the tokens expire. */
async function endSession(page: Page) {
  await mustCallCognito(page, 'AdminUserGlobalSignOut', { Username: email })
  await control(page, '/clock', { advanceMs: hour })
  page.sent.length = 0
}

/** Takes what is written, and forgets nothing. */
const unforgetting = ({ stored }: Page): KeyValueStorage => ({
  ...memoryStorage(stored),
  removeItem(key) {
    if (stored.has(key)) throw new Error('A cookie cannot be removed')
  },
})

/** A storage that can be made to hang: its calls then never settle. */
function hangingStorage({ stored }: Page, name: 'getItem' | 'removeItem') {
  const items = memoryStorage(stored)
  const storage = {
    /** How many calls from now on. */
    hangs: 0,
    ...items,
    [name](key: string) {
      if (storage.hangs === 0) return items[name](key)
      storage.hangs -= 1
      return new Promise<never>(() => {})
    },
  }
  return storage
}

test('tabs whose storage cannot forget a session that is over do not keep each other busy', async () => {
  const page = await openWithUser()
  const first = page.openTab({ config, storage: unforgetting(page) })
  await submitSignIn(first)
  await settled(first, 'signedIn')
  const second = page.openTab({ config, storage: unforgetting(page) })
  await settled(second, 'signedIn')
  await endSession(page)
  const codeOf = async (tab: Auth) => toFailure(await tab.getSession().catch((error) => error)).code
  expect(await codeOf(first)).toBe('sessionRevoked')
  // It finds the tokens made empty, which could not be removed.
  expect(await codeOf(second)).toBe('signedOut')
  await wait(800)
  expect(page.sent.length).toBeLessThan(4)
  for (const tab of [first, second]) expect(tab.getView().route).toBe('signIn')
})

test('nor do tabs whose cookies were left by an app at another path', async () => {
  const page = await openWithUser()
  openDocument('https://shop.example.com/app/home')
  const before = page.openTab({ config, storage: cookieStorage({ path: '/app' }) })
  await submitSignIn(before)
  await settled(before, 'signedIn')
  before.stop()
  const tabs = [1, 2].map(() => page.openTab({ config, storage: cookieStorage() }))
  for (const tab of tabs) await settled(tab, 'signedIn')
  await endSession(page)
  for (const tab of tabs) await tab.getSession().catch(() => undefined)
  await wait(800)
  expect(page.sent.length).toBeLessThan(4)
})

test('a user who signed out stays signed out when the tab is shown again, though the storage removed nothing', async () => {
  const page = await openWithUser()
  const auth = page.openTab({ config, storage: unforgetting(page) })
  await submitSignIn(auth)
  ;(await settled(auth, 'signedIn')).signOut()
  expect((await settled(auth, 'signIn')).failure?.code).toBe('storageRefused')
  page.wake(auth)
  await wait(100)
  expect(auth.getView().route).toBe('signIn')
})

test('a storage that does not answer once: signing out revokes and forgets, and one can sign in', async () => {
  const page = await openWithUser()
  const storage = hangingStorage(page, 'getItem')
  const auth = page.openTab({ config, storage, timeoutMs: 300 })
  await submitSignIn(auth)
  const home = await settled(auth, 'signedIn')
  storage.hangs = 1
  page.wake(auth)
  await expect.poll(() => storage.hangs).toBe(0)
  page.sent.length = 0
  home.signOut()
  await settled(auth, 'signIn')
  expect(page.sent).toEqual(['RevokeToken'])
  await expect.poll(() => page.stored.size).toBe(0)
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
})

test('a storage that hangs in one tab does not keep the others from refreshing', async () => {
  const page = await openWithUser()
  const storage = hangingStorage(page, 'getItem')
  const first = page.openTab({ config, storage, timeoutMs: 300 })
  await submitSignIn(first)
  await settled(first, 'signedIn')
  const second = page.openTab({ config, timeoutMs: 2_000 })
  await settled(second, 'signedIn')
  await control(page, '/clock', { advanceMs: hour })
  storage.hangs = Number.POSITIVE_INFINITY
  const failure = await first.getSession().catch(toFailure)
  expect(failure).toMatchObject({ code: 'timeout' })
  expect((await second.getSession()).user.email).toBe(email)
})

test('a session that is over is over, though the storage never says that it has forgotten it', async () => {
  const page = await openWithUser()
  const storage = hangingStorage(page, 'removeItem')
  const auth = page.openTab({ config, storage, timeoutMs: 300 })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  await endSession(page)
  storage.hangs = Number.POSITIVE_INFINITY
  expect(await auth.getSession().catch(toFailure)).toMatchObject({ code: 'sessionRevoked' })
  expect((await settled(auth, 'signIn')).failure?.code).toBe('sessionRevoked')
})

test('tokens that the storage has rejected are stored as soon as it accepts them', async () => {
  const page = await openWithUser({ pool: rotation })
  let isFull = false
  const storage: KeyValueStorage = {
    ...memoryStorage(page.stored),
    setItem(key, value) {
      if (isFull) throw new Error('The quota is exceeded')
      page.stored.set(key, value)
    },
  }
  const auth = page.openTab({ config, storage })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  const other = page.openTab({ config })
  await settled(other, 'signedIn')
  isFull = true
  const { accessToken } = await auth.getSession({ forceRefresh: true })
  page.tabs.posted.length = 0
  page.wake(auth)
  await wait(50)
  expect([...page.stored.values()]).not.toContain(accessToken)
  isFull = false
  page.wake(auth)
  await expect.poll(() => [...page.stored.values()]).toContain(accessToken)
  // The other tabs are notified once.
  await expect.poll(async () => (await other.getSession()).accessToken).toBe(accessToken)
  expect(page.tabs.posted).toHaveLength(1)

  auth.stop()
  await control(page, '/clock', { advanceMs: hour })
  await settled(page.openTab({ config }), 'signedIn')
})

test('a tab that looks while another writes large tokens stays signed in', async () => {
  const page = await openWithUser({
    triggers: {
      preTokenGeneration: (event) => {
        event.response.claimsOverrideDetails = {
          claimsToAddOrOverride: { about: 'x'.repeat(6_000) },
        }
      },
    },
  })
  const cookies = new Map<string, string>()
  const states: ReadonlyMap<string, string>[] = []
  const jarOf = (read: () => ReadonlyMap<string, string>) => ({
    read: () => Object.fromEntries(read()),
    set(name: string, value: string) {
      cookies.set(name, value)
      states.push(new Map(cookies))
    },
    remove(name: string) {
      cookies.delete(name)
      states.push(new Map(cookies))
    },
  })
  let shown: ReadonlyMap<string, string> | undefined
  const first = page.openTab({ config, storage: chunkedCookies(jarOf(() => cookies)) })
  await submitSignIn(first)
  await settled(first, 'signedIn')
  const second = page.openTab({
    config,
    storage: chunkedCookies(jarOf(() => shown ?? cookies)),
  })
  await settled(second, 'signedIn')
  page.tabs.deafen()
  states.length = 0
  const { accessToken } = await first.getSession({ forceRefresh: true })

  const clientId = page.sandbox.config.userPoolClientId
  const halves: ReadonlyMap<string, string>[] = []
  for (const state of states) {
    const store = cognitoTokenStore(chunkedCookies(jarOf(() => state)), clientId)
    if (!(await store.load())) halves.push(state)
  }
  expect(halves).not.toEqual([])
  const emitted: string[] = []
  second.on('*', ({ type }) => emitted.push(type))
  shown = halves[0]
  page.wake(second)
  await wait(20)
  shown = undefined
  await expect.poll(() => emitted).toEqual(['token.refreshed'])
  expect((await second.getSession()).accessToken).toBe(accessToken)
})

test('a storage that cannot be read has no device, and does not store a session', async () => {
  const page = await openWithUser()
  const storage = {
    ...memoryStorage(page.stored),
    getItem: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    },
  }
  for (const flow of ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'] as const) {
    const auth = page.load({ storage, config: { authenticationFlowType: flow } })
    const view = await settled(auth, 'signIn')
    expect(view.failure?.code).toBe('storageRefused')
    const codeAfter = async (password: string) => {
      view.submit({ username: email, password })
      return (await settled(auth, 'signIn')).failure?.code
    }
    expect(await codeAfter('Wrong-password-1')).toBe('incorrectCredentials')
    expect(await codeAfter(password)).toBe('storageRefused')
  }
})
