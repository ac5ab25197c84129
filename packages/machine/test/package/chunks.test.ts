import { expect, onTestFinished, test, vi } from 'vitest'
import { createUser, email, openPage, password, settled } from '../support/sandbox-auth.ts'

async function failToLoad(module: string) {
  // A mock that is set while another chunk still loads is lost.
  await vi.dynamicImportSettled()
  vi.resetModules()
  vi.doMock(module, () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  onTestFinished(() => {
    vi.doUnmock(module)
    vi.resetModules()
  })
}

test.each([
  ['what sends requests', '../../src/actors/later-requests.ts'],
  ['the calls of the user pool', '../../src/cognito/open-user-pool.ts'],
])('where %s does not load, the sign-in can be tried again', async (_, module) => {
  const page = openPage()
  await createUser(page)
  await failToLoad(module)
  const auth = page.load()
  const { submit } = await settled(auth, 'signIn')
  submit({ username: email, password })
  await vi.waitFor(() => expect(auth.getView().failure).toBeDefined())
  expect(auth.getView()).toMatchObject({
    route: 'signIn',
    isPending: false,
    failure: { code: 'network', retryable: true },
  })
  expect(page.sent).toEqual([])

  vi.doUnmock(module)
  submit({ username: email, password })
  await settled(auth, 'signedIn')
})

test('where there is no Web Crypto, and its SHA-256 does not load, the sign-in can be tried again', async () => {
  const page = openPage()
  await createUser(page)
  const { getRandomValues } = crypto
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) })
  onTestFinished(() => void vi.unstubAllGlobals())
  await failToLoad('@aws-crypto/sha256-js')
  const auth = page.load()
  const { submit } = await settled(auth, 'signIn')
  submit({ username: email, password })
  await vi.waitFor(() => expect(auth.getView().failure).toMatchObject({ code: 'network' }))

  vi.doUnmock('@aws-crypto/sha256-js')
  // The sandbox needs it for its tokens.
  vi.unstubAllGlobals()
  submit({ username: email, password })
  await settled(auth, 'signedIn')
})

test('the first screen is there, and a sign-out ends the session, without what sends requests', async () => {
  const page = openPage()
  await createUser(page)
  const first = page.load()
  ;(await settled(first, 'signIn')).submit({ username: email, password })
  await settled(first, 'signedIn')
  first.stop()

  await failToLoad('../../src/actors/later-requests.ts')
  await failToLoad('../../src/cognito/open-user-pool.ts')
  const auth = page.load()
  const { signOut } = await settled(auth, 'signedIn')
  signOut()
  await settled(auth, 'signIn')
  await settled(page.load(), 'signIn')
})

test('where what signs in with other providers does not load, its session is removed all the same', async () => {
  await failToLoad('../../src/federation.ts')
  const { sessionStore } = await import('../../src/cognito/stores/session-store.ts')
  const { memoryStorage } = await import('../../src/adapters/memory/memory-storage.ts')
  const stored = new Map([
    [
      'aws-amplify-federatedInfo',
      JSON.stringify({ provider: 'google', token: 't', client_id: 'mine' }),
    ],
    ['authchart.mine.federatedInfo', '{}'],
  ])
  const options = { storage: memoryStorage(stored), userPoolId: 'us-east-1_a', clientId: 'mine' }
  const store = sessionStore({ ...options, hasIdentityPool: true })
  await expect(store.load()).rejects.toMatchObject({ name: 'NetworkError' })
  await store.clear()
  expect([...stored.keys()]).toEqual([])
})

test('another app of the origin keeps its session', async () => {
  const { clearFederated } = await import('../../src/cognito/stores/clear-federated.ts')
  const { memoryStorage } = await import('../../src/adapters/memory/memory-storage.ts')
  const key = 'aws-amplify-federatedInfo'
  const stored = new Map([[key, JSON.stringify({ client_id: 'other' })]])
  await clearFederated(memoryStorage(stored), 'mine')
  expect(stored.has(key)).toBe(true)
  stored.set(key, 'no JSON')
  await clearFederated(memoryStorage(stored), 'mine')
  expect(stored.has(key)).toBe(false)
})
