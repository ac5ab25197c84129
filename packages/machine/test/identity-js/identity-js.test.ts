import {
  type CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js'
import { expect, onTestFinished, test } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { fromCognitoUser, toCognitoUser } from '../../src/identity-js/index.ts'
import type { AnyAuth } from '../../src/index.ts'
import { openDocument } from '../support/browser-document.ts'
import {
  createUser,
  email,
  openPage,
  type Page,
  password,
  settled,
  signUpAndIn,
} from '../support/sandbox-auth.ts'
import { fetchFromSandbox, stockIdentityJs, storageOver } from '../support/stock-clients.ts'

function poolOf({ sandbox }: Page, Storage: ICognitoStorage = storageOver(new Map())) {
  const { userPoolId: UserPoolId, userPoolClientId: ClientId, endpoint } = sandbox.config
  return new CognitoUserPool({ UserPoolId, ClientId, endpoint, Storage })
}

/** The result of a method with a callback of Node's kind. */
function resultOf<Result>(
  call: (callback: (error?: unknown, result?: Result) => void) => void,
): Promise<Result> {
  return new Promise((resolve, reject) =>
    call((error, result) => (error ? reject(error) : resolve(result as Result))),
  )
}

function sessionOf(user: CognitoUser): Promise<CognitoUserSession> {
  return resultOf((callback) => user.getSession(callback as never))
}

async function signedInUser(page: Page) {
  fetchFromSandbox(page)
  const auth = page.load()
  await signUpAndIn(page, auth)
  const user = await toCognitoUser(auth, { pool: poolOf(page) })
  return { auth, user }
}

test('the methods of the library work with the session of the auth', async () => {
  const page = openPage()
  const { user } = await signedInUser(page)
  const attributes = await resultOf<readonly { Name: string; Value: string }[]>((callback) =>
    user.getUserAttributes(callback as never),
  )
  expect(attributes).toContainEqual(expect.objectContaining({ Name: 'email', Value: email }))
  await resultOf((callback) => user.changePassword(password, 'Another-horse-8', callback))
  await expect(
    resultOf((callback) => user.changePassword(password, 'Another-horse-9', callback)),
  ).rejects.toMatchObject({ code: 'NotAuthorizedException' })
})

test('the pool of the tokens is the one of a user without another pool', async () => {
  const page = openPage()
  fetchFromSandbox(page)
  const auth = page.load()
  await signUpAndIn(page, auth)
  const user = await toCognitoUser(auth)
  const { sub } = (await sessionOf(user)).getIdToken().payload
  expect(auth.getView().user?.userId).toBe(sub)
  const pool = (user as unknown as { pool: CognitoUserPool }).pool
  expect(pool.getUserPoolId()).toBe(page.sandbox.config.userPoolId)
  expect(pool.getClientId()).toBe(page.sandbox.config.userPoolClientId)
})

test('no refresh token is handed out, and nothing is stored', async () => {
  const page = openPage()
  const { user } = await signedInUser(page)
  const before = [...page.stored]
  const session = await sessionOf(user)
  expect(session.isValid()).toBe(true)
  expect(session.getRefreshToken().getToken()).toBe('')
  await resultOf((callback) => user.getUserData(callback))
  expect([...page.stored]).toEqual(before)
})

test('one refresh serves the auth and the user, also where refresh tokens rotate', async () => {
  const page = openPage({ pool: { RefreshTokenRotation: { Feature: 'ENABLED' } } })
  const { auth, user } = await signedInUser(page)
  const before = (await sessionOf(user)).getAccessToken().getJwtToken()
  page.sent.length = 0
  const [session] = await Promise.all([
    resultOf<CognitoUserSession>((callback) =>
      user.refreshSession(user.getSignInUserSession()?.getRefreshToken() as never, callback),
    ),
    auth.getSession({ forceRefresh: true }),
  ])
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
  const { accessToken } = await auth.getSession()
  expect(session.getAccessToken().getJwtToken()).toBe(accessToken)
  expect(accessToken).not.toBe(before)
})

test('the user follows a refresh of the auth', async () => {
  const page = openPage()
  const { auth, user } = await signedInUser(page)
  const { accessToken } = await auth.getSession({ forceRefresh: true })
  await expect
    .poll(() => user.getSignInUserSession()?.getAccessToken().getJwtToken())
    .toBe(accessToken)
})

test.each([
  ['signOut', (user: CognitoUser) => resultOf((callback) => user.signOut(callback))],
  [
    'globalSignOut',
    (user: CognitoUser) =>
      new Promise((onSuccess, onFailure) => user.globalSignOut({ onSuccess, onFailure })),
  ],
  ['deleteUser', (user: CognitoUser) => resultOf((callback) => user.deleteUser(callback))],
])('%s ends the session of both', async (_name, end) => {
  const page = openPage()
  const { auth, user } = await signedInUser(page)
  await end(user)
  await settled(auth, 'signIn')
  expect(user.getSignInUserSession()).toBeNull()
  await expect(sessionOf(user)).rejects.toMatchObject({ name: 'SignedOutError' })
})

test('a global sign-out that fails keeps both signed in and reports why', async () => {
  const page = openPage()
  const { auth, user } = await signedInUser(page)
  page.between = async (operation, send) => {
    if (operation === 'GlobalSignOut') throw new TypeError('offline')
    return send()
  }
  const ended = new Promise((onSuccess, onFailure) => user.globalSignOut({ onSuccess, onFailure }))
  await expect(ended).rejects.toMatchObject({ name: 'NetworkError' })
  await settled(auth, 'signedIn')
  expect((await sessionOf(user)).isValid()).toBe(true)
})

test('a user of a session that has ended gets no tokens of the next one', async () => {
  const page = openPage()
  const { auth, user } = await signedInUser(page)
  const view = await settled(auth, 'signedIn')
  view.signOut()
  const form = await settled(auth, 'signIn')
  form.submit({ username: email, password })
  await settled(auth, 'signedIn')
  await expect(sessionOf(user)).rejects.toMatchObject({ name: 'SignedOutError' })
  expect((await sessionOf(await toCognitoUser(auth))).isValid()).toBe(true)
})

test('without a signed-in user there is no CognitoUser', async () => {
  const auth: AnyAuth = openPage().load()
  await expect(toCognitoUser(auth)).rejects.toMatchObject({ name: 'SignedOutError' })
})

async function stockUser(page: Page, items: Map<string, string>): Promise<CognitoUser> {
  fetchFromSandbox(page)
  const storage = storageOver(items)
  await stockIdentityJs(page, storage).signIn('USER_SRP_AUTH')
  const user = poolOf(page, storage).getCurrentUser()
  if (!user) throw new Error('The library has no user')
  return user
}

test('an auth starts with the session of a CognitoUser that has a storage of its own', async () => {
  const page = openPage()
  await createUser(page)
  const user = await stockUser(page, new Map())
  await fromCognitoUser(user, { storage: memoryStorage(page.stored) })
  const auth = page.load()
  const view = await settled(auth, 'signedIn')
  expect(view.user.email).toBe(email)
  const { accessToken } = await auth.getSession({ forceRefresh: true })
  expect(accessToken).not.toBe((await sessionOf(user)).getAccessToken().getJwtToken())
})

test('a running auth in a page follows at once', async () => {
  const page = openPage()
  await createUser(page)
  const user = await stockUser(page, new Map())
  openDocument()
  const heard: unknown[] = []
  const channel = new BroadcastChannel(`authchart.${page.sandbox.config.userPoolClientId}`)
  onTestFinished(() => channel.close())
  channel.addEventListener('message', ({ data }) => heard.push(data))
  await fromCognitoUser(user, { storage: memoryStorage(page.stored) })
  await expect.poll(() => heard).toEqual([{}])
})

test('a device that Cognito remembers goes with the session', async () => {
  const page = openPage()
  await createUser(page)
  const items = new Map<string, string>()
  const user = await stockUser(page, items)
  const { userPoolClientId } = page.sandbox.config
  const nameOf = (name: string) =>
    `CognitoIdentityServiceProvider.${userPoolClientId}.${user.getUsername()}.${name}`
  items.set(nameOf('deviceKey'), 'eu-central-1_4f1b')
  items.set(nameOf('deviceGroupKey'), '-group')
  items.set(nameOf('randomPasswordKey'), 'random')
  await fromCognitoUser(user, { storage: memoryStorage(page.stored) })
  expect(page.stored.get(nameOf('deviceKey'))).toBe('eu-central-1_4f1b')
  expect(page.stored.get(nameOf('randomPasswordKey'))).toBe('random')
})

test('a CognitoUser without a session is not adopted', async () => {
  const page = openPage()
  await createUser(page)
  const items = new Map<string, string>()
  const user = await stockUser(page, items)
  user.signOut()
  const adopted = fromCognitoUser(user, { storage: memoryStorage(page.stored) })
  await expect(adopted).rejects.toMatchObject({ name: 'SignedOutError' })
  expect([...page.stored]).toEqual([])
})
