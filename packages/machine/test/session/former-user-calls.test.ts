import { decodeJwt } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { type Auth, toFailure, type ViewOf } from '../../src/index.ts'
import { createPerson } from '../support/rendered-site.ts'
import {
  control,
  createUser,
  email,
  openPage,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const grace = 'grace@example.com'
const hour = 3_600_000
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface Sent {
  readonly operation: string
  /** `sub` of the token that went along, if one did. */
  readonly userId: unknown
}

type Call = (auth: Auth, home: ViewOf<'signedIn'>) => Promise<unknown> | undefined

/** Calls of the app: they reject with a typed failure. */
const calls: Record<string, Call> = {
  'auth.fetch': (auth) => auth.fetch('http://api.example/transfer', { method: 'POST', body: '1' }),
  'auth.fetch with the ID token': (auth) => auth.fetch('http://api.example/', { token: 'id' }),
  getSession: (auth) => auth.getSession(),
  'getSession with a forced refresh': (auth) =>
    auth.getSession({ forceRefresh: true, clientMetadata: { of: 'Ada' } }),
  credentials: (auth) => auth.credentials(),
}

/** Actions of the screen, which is another one by then. */
const tasks: Record<string, (home: ViewOf<'signedIn'>) => void> = {
  ChangePassword: (home) =>
    home.changePassword({ previousPassword: password, password: 'Changed-horse-8' }),
  UpdateUserAttributes: (home) => home.updateAttributes({ attributes: { name: 'Ada' } }),
  DeleteUserAttributes: (home) => home.deleteAttributes({ names: ['name'] }),
  GetUserAttributeVerificationCode: (home) => home.verifyAttribute({ attribute: 'email' }),
  SetUserMFAPreference: (home) => home.setMfaPreference({ EMAIL: 'PREFERRED' }),
  AssociateSoftwareToken: (home) => home.setupTotp(),
  UpdateDeviceStatus: (home) => home.rememberDevice('a-device'),
  ForgetDevice: (home) => home.forgetDevice('a-device'),
  DeleteUser: (home) => home.deleteUser(),
  GlobalSignOut: (home) => home.globalSignOut(),
  GetUser: (home) => home.loadProfile(),
  ListDevices: (home) => home.loadDevices(),
}

/** Where the next user signs in, and whether the first tab is notified. */
const places = ['in the same tab', 'in another tab', 'in a tab that is not heard'] as const
const nextUsers = [
  ['another user', grace],
  ['the same user, anew,', email],
] as const

const everywhere = (names: readonly string[]) =>
  names.flatMap((name) =>
    places.flatMap((place) => nextUsers.map(([who, next]) => ({ name, place, who, next }))),
  )

/** Ada makes a call while her tokens are due. The refresh completes after the next user has signed in. */
async function switchUserDuring(place: (typeof places)[number], next: string, call: Call) {
  const page = openPage()
  await createUser(page)
  await createPerson(page, grace)
  const sent: Sent[] = []
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  let isRefreshing = false
  /** Ignores the signal, like some implementations in React Native. */
  const fetch: typeof globalThis.fetch = async (input, { signal: _, ...init } = {}) => {
    const headers = new Headers(input instanceof Request ? input.headers : init.headers)
    const operation = headers.get('x-amz-target')?.split('.')[1] ?? 'fetch'
    const token =
      headers.get('authorization')?.replace(/^Bearer /, '') ??
      (init.body ? JSON.parse(String(init.body)).AccessToken : undefined)
    sent.push({ operation, userId: token && decodeJwt(token).sub })
    if (operation === 'fetch') return new Response('done')
    const isFirst = operation === 'GetTokensFromRefreshToken' && !isRefreshing
    if (isFirst) isRefreshing = true
    const response = await page.sandbox.fetch(new URL(String(input)), init)
    if (isFirst) await gate
    return response
  }
  // `auth.fetch` of an auth that was given ports goes through the global one.
  const { fetch: before } = globalThis
  globalThis.fetch = fetch
  onTestFinished(() => {
    globalThis.fetch = before
  })
  const first = page.openTab({ config, fetch, apiOrigins: 'any' })
  await submitSignIn(first)
  const home = await settled(first, 'signedIn')
  const other = place === 'in the same tab' ? first : page.openTab({ config, apiOrigins: 'any' })
  await settled(other, 'signedIn')
  await control(page, '/clock', { advanceMs: hour })
  sent.length = 0
  if (place === 'in a tab that is not heard') page.tabs.deafen()
  const result = call(first, home)?.catch(toFailure)
  await expect.poll(() => isRefreshing, { interval: 5 }).toBe(true)

  // In the same tab it waits for the refresh.
  const { signOut } = other === first ? home : await settled(other, 'signedIn')
  signOut()
  ;(await settled(other, 'signIn')).submit({ username: next, password })
  await settled(other, 'signedIn')
  if (place === 'in another tab') {
    // The new tokens of the same user are taken over: the screen stays.
    const isSeen = expect.poll(() => first.getView())
    await (next === grace
      ? isSeen.toMatchObject({ isPending: false, user: { email: next } })
      : wait(50))
  }
  release()
  await result
  await wait(20)
  return { sent, result }
}

test.each(everywhere(Object.keys(calls)))(
  '$name: nothing for $who who signs in $place while the tokens are refreshed',
  async ({ name, place, next }) => {
    const { result, sent } = await switchUserDuring(place, next, calls[name] as Call)
    expect(await result).toMatchObject({ code: 'signedOut', cause: { name: 'SignedOutError' } })
    expect(sent.map(({ operation }) => operation)).not.toContain('fetch')
  },
)

test.each(
  everywhere(Object.keys(tasks))
    // In flight, it cannot be left by a second sign-out.
    .filter(({ name, place }) => name !== 'GlobalSignOut' || place !== 'in the same tab')
    // All share the same code, so one of them goes through every case.
    .filter(
      ({ name, place, next }) => name === 'DeleteUser' || (next === grace && place !== places[2]),
    ),
)(
  '$name is not sent for $who who signs in $place while the tokens are refreshed',
  async ({ name, place, next }) => {
    const { sent } = await switchUserDuring(place, next, (_, home) => {
      tasks[name]?.(home)
      return undefined
    })
    expect(sent.map(({ operation }) => operation)).not.toContain(name)
  },
)
