import { CookieStorage, type ICognitoStorage } from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import { fetchAuthSession, getCurrentUser, signIn, signOut } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { CookieStorage as AmplifyCookieStorage } from 'aws-amplify/utils'
import { expect, test } from 'vitest'
import { cookieStorage } from '../../src/adapters/browser/index.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import type { Auth } from '../../src/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'
import { openDocument } from '../support/browser-document.ts'
import {
  createUser,
  email,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'
import {
  fetchFromSandbox,
  hushWarnings,
  stockIdentityJs,
  storageOver,
} from '../support/stock-clients.ts'

/** One place that a stock library and we write to, in the ways of each. */
interface Place {
  readonly theirs: ICognitoStorage
  readonly ours: KeyValueStorage
  /** All keys, as they are written there. */
  keys(): readonly string[]
}

const places: readonly [string, () => Place][] = [
  [
    'a storage',
    () => {
      const items = new Map<string, string>()
      return {
        theirs: storageOver(items),
        ours: memoryStorage(items),
        keys: () => [...items.keys()],
      }
    },
  ],
  [
    'cookies',
    () => {
      const document = openDocument()
      return { theirs: new CookieStorage(), ours: cookieStorage(), keys: document.names }
    },
  ],
  [
    'cookies of a domain',
    () => {
      const document = openDocument()
      const options = { domain: 'example.com', path: '/', expires: 7 }
      return {
        theirs: new CookieStorage(options),
        ours: cookieStorage(options),
        keys: document.names,
      }
    },
  ],
]

async function openPool() {
  const page = openPage()
  await createUser(page)
  fetchFromSandbox(page)
  return page
}

/** Opens the app: the stored user is signed in without a request, and can be refreshed. */
async function expectAdopted(page: Page, storage: KeyValueStorage, accessToken: string) {
  page.sent.length = 0
  const auth = page.load({ storage })
  expect((await settled(auth, 'signedIn')).user.email).toBe(email)
  expect((await auth.getSession()).accessToken).toBe(accessToken)
  expect(page.sent).toEqual([])
  await refresh(auth)
  const reloaded = page.load({ storage })
  await settled(reloaded, 'signedIn')
  return reloaded
}

async function refresh(auth: Auth) {
  const { accessToken } = await auth.getSession()
  expect((await auth.getSession({ forceRefresh: true })).accessToken).not.toBe(accessToken)
}

for (const [name, open] of places) {
  for (const flow of ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const) {
    test(`identity-js signed in by ${flow} and left it in ${name}: adopted`, async () => {
      const page = await openPool()
      const { theirs, ours, keys } = open()
      const session = await stockIdentityJs(page, theirs).signIn(flow)
      const auth = await expectAdopted(page, ours, session.getAccessToken().getJwtToken())
      // What it had typed is not the user's name, and nothing stays under it.
      expect(keys().filter((key) => /@|%40/.test(key))).toEqual([])
      const found = await stockIdentityJs(page, theirs).find()
      const { accessToken } = await auth.getSession()
      expect(found.session.getAccessToken().getJwtToken()).toBe(accessToken)

      ;(await settled(auth, 'signedIn')).signOut()
      await settled(auth, 'signIn')
      expect(keys()).toEqual([])
    })
  }

  test(`identity-js finds what we left in ${name}`, async () => {
    const page = await openPool()
    const { theirs, ours } = open()
    const auth = page.load({ storage: ours })
    await submitSignIn(auth)
    const { user } = await settled(auth, 'signedIn')
    const { accessToken } = await auth.getSession()
    const { username, session } = await stockIdentityJs(page, theirs).find()
    expect(username).toBe(user.username)
    expect(session.isValid()).toBe(true)
    expect(session.getAccessToken().getJwtToken()).toBe(accessToken)
    expect(session.getIdToken().payload.email).toBe(email)
  })
}

/** Amplify is one object for the whole process. */
function openAmplify({ sandbox }: Page, storage: Parameters<Provider['setKeyValueStorage']>[0]) {
  hushWarnings()
  const { userPoolId, userPoolClientId, endpoint } = sandbox.config
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: endpoint } },
  })
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage)
}

type Provider = typeof cognitoUserPoolsTokenProvider

const amplifyPlaces: readonly [string, () => Omit<Place, 'theirs'> & { theirs: object }][] = [
  [
    'a storage',
    () => {
      const items = new Map<string, string>()
      const { getItem, setItem, removeItem, clear } = storageOver(items)
      return {
        theirs: {
          getItem: async (key: string) => getItem(key),
          setItem: async (key: string, value: string) => setItem(key, value),
          removeItem: async (key: string) => removeItem(key),
          clear: async () => clear(),
        },
        ours: memoryStorage(items),
        keys: () => [...items.keys()],
      }
    },
  ],
  [
    'cookies',
    () => {
      const document = openDocument()
      return { theirs: new AmplifyCookieStorage(), ours: cookieStorage(), keys: document.names }
    },
  ],
]

test.each(amplifyPlaces)('aws-amplify v6 left its session in %s: adopted', async (_, open) => {
  const page = await openPool()
  const { theirs, ours, keys } = open()
  openAmplify(page, theirs as never)
  expect(await signIn({ username: email, password })).toMatchObject({ isSignedIn: true })
  const accessToken = (await fetchAuthSession()).tokens?.accessToken.toString() ?? ''
  const auth = await expectAdopted(page, ours, accessToken)
  // It reads the storage anew each time.
  const ourToken = (await auth.getSession()).accessToken
  expect((await fetchAuthSession()).tokens?.accessToken.toString()).toBe(ourToken)

  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  expect(keys()).toEqual([])
  await expect(getCurrentUser()).rejects.toMatchObject({
    name: 'UserUnAuthenticatedException',
  })
})

test.each(amplifyPlaces)('aws-amplify v6 finds what we left in %s', async (_, open) => {
  const page = await openPool()
  const { theirs, ours, keys } = open()
  const auth = page.load({ storage: ours })
  await submitSignIn(auth)
  const { user } = await settled(auth, 'signedIn')
  openAmplify(page, theirs as never)
  expect(await getCurrentUser()).toMatchObject({ username: user.username, userId: user.userId })
  const { tokens } = await fetchAuthSession()
  expect(tokens?.accessToken.toString()).toBe((await auth.getSession()).accessToken)
  const refreshed = (await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken.toString()
  const reloaded = page.load({ storage: ours })
  await settled(reloaded, 'signedIn')
  expect((await reloaded.getSession()).accessToken).toBe(refreshed)
  await signOut()
  expect(keys()).toEqual([])
})
