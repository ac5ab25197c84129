import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { type Auth, toFailure, type ViewOf } from '../../src/index.ts'
import { createPerson } from '../support/rendered-site.ts'
import {
  callCognito,
  control,
  createUser,
  email,
  type LoadOptions,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const grace = 'grace@example.com'
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Two tabs, in both of which Ada is signed in; Grace has an account as well. */
async function adaInTwoTabs(options: (page: Page) => LoadOptions = () => ({})) {
  const page = openPage()
  await createUser(page)
  await createPerson(page, grace)
  const first = page.openTab({ config, ...options(page) })
  await submitSignIn(first)
  await settled(first, 'signedIn')
  const second = page.openTab({ config })
  await settled(second, 'signedIn')
  return { page, first, second }
}

async function switchToGrace(auth: Auth) {
  ;(await settled(auth, 'signedIn')).signOut()
  ;(await settled(auth, 'signIn')).submit({ username: grace, password })
  expect((await settled(auth, 'signedIn')).user.email).toBe(grace)
}

test('a request that Cognito rejects is not sent again with the tokens of the next user', async () => {
  let answer = () => {}
  const isRequested = new Promise<void>((resolve) => {
    answer = resolve
  })
  const deletes: unknown[] = []
  const { page, first, second } = await adaInTwoTabs(({ sandbox }) => ({
    // Ignores the signal, like some implementations in React Native: it settles when its screen is gone.
    async fetch(input, { signal: _, ...init } = {}) {
      if (new Headers(init.headers).get('x-amz-target')?.endsWith('.DeleteUser')) {
        deletes.push(decodeJwt(JSON.parse(String(init.body)).AccessToken).username)
        await isRequested
      }
      return sandbox.fetch(new URL(String(input)), init)
    },
  }))
  const { user, deleteUser } = await settled(first, 'signedIn')
  deleteUser()
  await expect.poll(() => deletes).toHaveLength(1)
  await switchToGrace(second)
  await expect.poll(() => first.getView()).toMatchObject({ user: { email: grace } })
  answer()
  await wait(200)
  expect(deletes).toEqual([user.username])
  expect((await callCognito(page, 'AdminGetUser', { Username: grace })).status).toBe(200)
  for (const tab of [first, second]) {
    expect(tab.getView()).toMatchObject({ route: 'signedIn', user: { email: grace } })
  }
})

test('a refresh in flight while another user signs in is not stored over their session', async () => {
  const { page, first, second } = await adaInTwoTabs()
  page.tabs.deafen()
  await control(page, '/faults', { operation: 'RevokeToken', drop: true })
  let answer = () => {}
  const isRequested = new Promise<void>((resolve) => {
    answer = resolve
  })
  page.between = async (operation, send) => {
    const response = await send()
    if (operation === 'GetTokensFromRefreshToken') await isRequested
    return response
  }
  const refreshed = first.getSession({ forceRefresh: true }).catch(toFailure)
  await expect.poll(() => page.sent).toContain('GetTokensFromRefreshToken')
  await switchToGrace(second)
  answer()
  expect(await refreshed).toMatchObject({ code: 'signedOut' })
  expect((await settled(page.openTab({ config }), 'signedIn')).user.email).toBe(grace)
  await expect.poll(() => first.getView()).toMatchObject({ user: { email: grace } })
})

test.each([
  ['was revoked', false],
  ['goes on, because its revocation was lost', true],
])(
  'a tab whose storage has failed once does not affect the next user: its session %s',
  async (_, isLost) => {
    let isFull = false
    const { page, first, second } = await adaInTwoTabs(({ stored }) => ({
      storage: {
        ...memoryStorage(stored),
        setItem(key, value) {
          if (isFull) throw new Error('The quota is exceeded')
          stored.set(key, value)
        },
      },
    }))
    page.tabs.deafen()
    isFull = true
    await first.getSession({ forceRefresh: true })
    isFull = false
    if (isLost) await control(page, '/faults', { operation: 'RevokeToken', drop: true })
    await switchToGrace(second)
    await first.getSession({ forceRefresh: true }).catch(() => undefined)
    await wait(100)
    page.wake(second)
    await wait(100)
    expect(second.getView()).toMatchObject({ route: 'signedIn', user: { email: grace } })
    expect((await settled(page.openTab({ config }), 'signedIn')).user.email).toBe(grace)
  },
)

test.each<[string, (home: ViewOf<'signedIn'>) => void]>([
  ['a deletion of the account', (home) => home.deleteUser()],
  ['a sign-out', (home) => home.signOut()],
  ['a sign-out everywhere', (home) => home.globalSignOut()],
  ['a change of attributes', (home) => home.updateAttributes({ attributes: { name: 'Ada' } })],
])('%s that a screen of one user sends late is nothing to the next', async (_, send) => {
  const { page, first, second } = await adaInTwoTabs()
  const home = await settled(first, 'signedIn')
  await switchToGrace(second)
  await expect.poll(() => first.getView()).toMatchObject({ user: { email: grace } })
  page.sent.length = 0
  send(home)
  expect(first.getView()).toMatchObject({ route: 'signedIn', isPending: false })
  await wait(20)
  expect(page.sent).toEqual([])
  // Those of the next user do what they say.
  send(await settled(first, 'signedIn'))
  await expect.poll(() => page.sent).not.toEqual([])
})

test('a tab that has heard nothing signs its own user out, not who came after', async () => {
  const { page, first, second } = await adaInTwoTabs()
  page.tabs.deafen()
  const home = await settled(first, 'signedIn')
  await switchToGrace(second)
  home.signOut()
  expect(first.getView()).toMatchObject({ route: 'signingOut' })
  await expect.poll(() => first.getView().isPending).toBe(false)
  page.wake(second)
  await wait(100)
  expect(second.getView()).toMatchObject({ route: 'signedIn', user: { email: grace } })
  expect((await settled(page.openTab({ config }), 'signedIn')).user.email).toBe(grace)
})

test('a refresh that returns the tokens of another user changes nothing', async () => {
  const page = openPage()
  await createUser(page)
  await createPerson(page, grace)
  const ofGrace = new Map<string, string>()
  const other = page.openTab({ config, storage: memoryStorage(ofGrace) })
  ;(await settled(other, 'signIn')).submit({ username: grace, password })
  await settled(other, 'signedIn')
  const first = page.openTab({ config })
  await submitSignIn(first)
  await settled(first, 'signedIn')
  first.stop()
  // What two libraries, or a wrong copy of a storage, may leave behind.
  const [, theirs = ''] = [...ofGrace].find(([key]) => key.endsWith('.refreshToken')) ?? []
  for (const key of page.stored.keys()) {
    if (key.endsWith('.refreshToken')) page.stored.set(key, theirs)
  }
  const auth = page.openTab({ config })
  await settled(auth, 'signedIn')
  const stored = new Map(page.stored)
  const events: string[] = []
  auth.on('*', ({ type }) => events.push(type))
  await expect(auth.getSession({ forceRefresh: true })).rejects.toThrow('another user')
  expect(auth.getView()).toMatchObject({ route: 'signedIn', user: { email } })
  expect(events).toEqual(['token.refreshFailed'])
  expect(page.stored).toEqual(stored)
})
