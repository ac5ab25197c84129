import { CognitoUserPool, type CognitoUserSession } from 'amazon-cognito-identity-js'
import { expect, test } from 'vitest'
import { cognitoTokenStore } from '../src/cognito/index.ts'
import { Secret } from '../src/index.ts'
import { memoryStorage } from '../src/memory/memory-storage.ts'
import { lastCode, openPage, settled, signUp, signUpAndIn } from './support/sandbox-auth.ts'

async function storedSession() {
  const page = openPage()
  const auth = page.load()
  const { user } = await signUpAndIn(page, auth)
  return { page, auth, user }
}

test('stock amazon-cognito-identity-js finds our session', async () => {
  const { page, auth, user } = await storedSession()
  const pool = new CognitoUserPool({
    UserPoolId: page.sandbox.config.userPoolId,
    ClientId: page.sandbox.config.userPoolClientId,
    Storage: {
      getItem: (key) => page.stored.get(key) ?? null,
      setItem: (key, value) => void page.stored.set(key, value),
      removeItem: (key) => void page.stored.delete(key),
      clear: () => page.stored.clear(),
    },
  })
  const current = pool.getCurrentUser()
  expect(current?.getUsername()).toBe(user.username)
  const session = await new Promise<CognitoUserSession>((resolve, reject) => {
    current?.getSession((error: Error | null, found: CognitoUserSession | null) =>
      found ? resolve(found) : reject(error),
    )
  })
  expect(session.isValid()).toBe(true)
  expect(session.getAccessToken().getJwtToken()).toBe((await auth.getSession()).accessToken)
})

test('another user’s sign-in leaves nothing of the first', async () => {
  const { page } = await storedSession()
  const stored = new Map(page.stored)
  const store = cognitoTokenStore(memoryStorage(page.stored), page.sandbox.config.userPoolClientId)
  const tokens = (await store.load())?.reveal()
  const [header = '', payload = '', signature = ''] = tokens?.idToken.split('.') ?? []
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const other = Buffer.from(JSON.stringify({ ...claims, 'cognito:username': 'grace' }))
  const idToken = [header, other.toString('base64url'), signature].join('.')
  await store.save(new Secret({ idToken, accessToken: 'a', refreshToken: 'r' }))
  expect(page.stored.size).toBe(stored.size)
  for (const key of stored.keys()) {
    if (!key.endsWith('LastAuthUser')) expect(page.stored.has(key)).toBe(false)
  }
  await store.clear()
  expect(page.stored.size).toBe(0)
})

test('a storage that refuses is a failure of its own, and nobody is half signed in', async () => {
  const page = openPage()
  const full = new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  const auth = page.load({
    storage: {
      getItem: () => null,
      setItem: () => Promise.reject(full),
      removeItem: () => undefined,
    },
  })
  ;(await signUp(auth)).submit({ code: await lastCode(page) })
  const view = await settled(auth, 'signIn')
  expect(view.failure).toMatchObject({ code: 'storageRefused' })
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
})
