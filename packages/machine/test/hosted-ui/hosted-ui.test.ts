import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AuthEmitted } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import {
  type HostedUiPage,
  home,
  nextOf,
  openHostedUiPage,
} from '../support/hosted-ui/hosted-page.ts'
import {
  callCognito,
  control,
  email,
  password,
  settled,
  signUpAndIn,
} from '../support/sandbox-auth.ts'

const hour = 3_600_000
const minute = 60_000

let page: HostedUiPage

beforeEach(() => {
  page = openHostedUiPage()
})

/** A user with an account, signed out. */
async function register() {
  const auth = page.land(home)
  ;(await signUpAndIn(page, auth)).signOut()
  await settled(auth, 'signIn')
  page.stored.clear()
  return auth
}

async function signInByGoogle() {
  const auth = page.land(await page.visitHostedUi())
  return { auth, view: await settled(auth, 'signedIn') }
}

const stored = () => [...page.stored].map((entry) => entry.join('=')).join('\n')

describe('the code grant', () => {
  test('from the app to the pages and back: signed in, and nothing left in the address', async () => {
    const leaving = await register()
    const url = new URL(await page.leave(leaving, { loginHint: email, lang: 'de' }))
    expect(leaving.getView()).toMatchObject({ route: 'redirecting', isPending: true })
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: page.sandbox.config.userPoolClientId,
      redirect_uri: home,
      scope: 'openid email phone profile aws.cognito.signin.user.admin',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      login_hint: email,
      lang: 'de',
    })

    const back = await page.visitor.signIn(url.href, email, password)
    const auth = page.land(`${back}&tab=2#part`)
    expect(page.address).toBe(`${home}?tab=2#part`)
    const { user, greeting } = await settled(auth, 'signedIn')
    expect(user).toMatchObject({ kind: 'hostedUi', email, provider: undefined })
    expect(greeting).toEqual({ name: email, provider: undefined })
    expect(stored()).not.toMatch(/codeVerifier/)

    const again = page.land(page.address)
    expect((await settled(again, 'signedIn')).user).toEqual(user)
    page.sent.length = 0
    const { idToken } = await again.getSession({ forceRefresh: true })
    expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
    expect(decodeJwt(idToken).sub).toBe(user.userId)
    expect((await settled(again, 'signedIn')).user.kind).toBe('hostedUi')
  })

  test('through an external provider: no verification is required, and the greeting names both', async () => {
    const { view } = await signInByGoogle()
    expect(view.user).toMatchObject({ kind: 'hostedUi', provider: 'Google', name: 'Grace Hopper' })
    expect(view.greeting).toEqual({ name: 'Grace Hopper', provider: 'Google' })
  })

  test('from the sign-up screen, with the providers of the sign-in screen', async () => {
    const config = { hostedUi: { providers: ['Google', 'Amazon'] } }
    const auth = page.land(home, { config })
    const { hasHostedUi, providers, goSignUp } = await settled(auth, 'signIn')
    expect(providers.map(({ label }) => label)).toEqual(['Google', 'Amazon'])
    goSignUp()
    const view = await settled(auth, 'signUp')
    expect(view).toMatchObject({ hasHostedUi, providers })
    view.redirect({ provider: 'Google', customState: 'new' })
    const url = await nextOf(page.left, 0)
    expect(new URL(url).searchParams.get('identity_provider')).toBe('Google')
    const back = page.land(await page.visitor.pick(url))
    expect((await settled(back, 'signedIn')).user).toMatchObject({ provider: 'Google' })
  })

  test('a redirect from the sign-up screen that is cancelled ends at the sign-in screen', async () => {
    const auth = page.land(home)
    ;(await settled(auth, 'signIn')).goSignUp()
    ;(await settled(auth, 'signUp')).redirect()
    await nextOf(page.left, 0)
    const view = auth.getView()
    if (view.route !== 'redirecting') throw new Error(`Not redirecting but ${view.route}`)
    view.cancel()
    await settled(auth, 'signIn')
  })

  test('the custom state is returned, and was not sent', async () => {
    const customState = '{"page":"/orders/7"}'
    const url = await page.leave(page.land(home), { provider: 'Google', customState })
    expect(url).not.toContain('orders')
    const auth = page.land(await page.visitor.pick(url))
    const emitted: AuthEmitted[] = []
    auth.on('*', (event) => emitted.push(event))
    await settled(auth, 'signedIn')
    expect(emitted).toMatchObject([
      { type: 'redirect.completed', customState },
      { type: 'signedIn' },
    ])
  })

  test.each([
    [{ provider: 'Facebook' }, 'identity_provider', 'Facebook'],
    [{ provider: 'ExampleSaml' }, 'identity_provider', 'ExampleSaml'],
    [{ idpIdentifier: 'example.com' }, 'idp_identifier', 'example.com'],
    [{ prompt: 'login' }, 'prompt', 'login'],
  ] as const)('requests %o', async (input, name, value) => {
    const url = new URL(await page.leave(page.land(home), input))
    expect(url.searchParams.get(name)).toBe(value)
  })

  test('two redirects at once: both return, in any order', async () => {
    const first = await page.leave(page.land(home), { provider: 'Google' })
    const second = await page.leave(page.land(home), { provider: 'Google' })
    const [late, early] = [await page.visitor.pick(first), await page.visitor.pick(second)]
    await settled(page.land(early), 'signedIn')
    await settled(page.land(late), 'signedIn')
  })

  test('a page elsewhere keeps what another library is waiting for', async () => {
    const redirectSignIn = `${home}callback`
    const address = `${home}github?code=1&state=2`
    const auth = page.land(address, { config: { hostedUi: { redirectSignIn } } })
    await settled(auth, 'signIn')
    expect(page.address).toBe(address)
  })

  test.each([
    ['https://app.example.com/in/', 'https://app.example.com/in/'],
    ['http://localhost:5173/other', 'http://localhost:5173/in/'],
    ['https://elsewhere.example.com/', 'https://app.example.com/in/'],
  ])('redirects to the URI that returns to %s', async (address, expected) => {
    const redirectSignIn = ['https://app.example.com/in/', 'http://localhost:5173/in/']
    const auth = page.land(address, { config: { hostedUi: { redirectSignIn } } })
    const url = new URL(await page.leave(auth))
    expect(url.searchParams.get('redirect_uri')).toBe(expected)
  })
})

describe('what is rejected', () => {
  test.each([
    ['cancel', 'redirectDenied', false],
    ['fail', 'serviceError', true],
  ] as const)('%s at the provider: %s', async (outcome, code, retryable) => {
    const url = await page.leave(page.land(home), { provider: 'Google' })
    const auth = page.land(await page.visitor.pick(url, outcome))
    const { failure } = await settled(auth, 'signIn')
    expect(failure).toMatchObject({ code, retryable })
    expect(page.address).toBe(home)
    // And again, to the end.
    const next = await page.leave(auth, { provider: 'Google' })
    await settled(page.land(await page.visitor.pick(next)), 'signedIn')
  })

  test('a state that is not ours: no request is made with its code', async () => {
    const back = new URL(await page.visitHostedUi())
    back.searchParams.set('state', 'x'.repeat(43))
    page.sent.length = 0
    const { failure } = await settled(page.land(back.href), 'signIn')
    expect(failure?.code).toBe('redirectMismatch')
    expect(page.sent).toEqual([])
    expect(page.address).toBe(home)
  })

  test('the same answer twice: signed in stays signed in, signed out is shown', async () => {
    const back = await page.visitHostedUi()
    await settled(page.land(back), 'signedIn')
    page.sent.length = 0
    const auth = page.land(back)
    const view = await settled(auth, 'signedIn')
    expect(view.failure).toBeUndefined()
    expect([page.address, page.sent]).toEqual([home, []])
    view.signOut()
    await nextOf(page.left, 1)
    expect((await settled(page.land(back), 'signIn')).failure?.code).toBe('redirectMismatch')
  })

  test('a code that is too old', async () => {
    const back = await page.visitHostedUi()
    await control(page, '/clock', { advanceMs: 6 * minute })
    expect((await settled(page.land(back), 'signIn')).failure?.code).toBe('redirectExpired')
  })

  test('a redirect that returns after hours', async () => {
    const back = await page.visitHostedUi()
    await control(page, '/clock', { advanceMs: 2 * hour })
    expect((await settled(page.land(back), 'signIn')).failure?.code).toBe('redirectMismatch')
  })

  test.each([
    ['500', { status: 500, body: '{}' }, 'serviceError'],
    ['503 with HTML', { status: 503, body: '<h1>Sorry</h1>' }, 'nonJsonAnswer'],
    ['429', { status: 429, body: '{}' }, 'throttled'],
    ['nothing', { status: 200, body: '' }, 'emptyAnswer'],
    ['a success that says nothing', { status: 200, body: '{}' }, 'invalidAnswer'],
    ['a dropped connection', { drop: true }, 'network'],
    ['a rejection', { status: 400, type: 'invalid_client' }, 'redirectRefused'],
  ])('the token endpoint answers %s', async (_, fault, code) => {
    const back = await page.visitHostedUi()
    await control(page, '/faults', { operation: 'oauth2/token', ...fault })
    expect((await settled(page.land(back), 'signIn')).failure?.code).toBe(code)
    expect(stored()).not.toMatch(/Token|codeVerifier/)
  })

  test('a token endpoint that is silent is given up', async () => {
    const back = await page.visitHostedUi()
    await control(page, '/faults', { operation: 'oauth2/token', latencyMs: 2_000 })
    const auth = page.land(back, { timeoutMs: 200 })
    expect((await settled(auth, 'signIn')).failure?.code).toBe('timeout')
  })

  test('without a hosted UI', async () => {
    const auth = page.land(home, { config: { hostedUiOrigin: undefined } })
    const view = await settled(auth, 'signIn')
    expect(view.hasHostedUi).toBe(false)
    view.redirect()
    await expect.poll(() => auth.getView().failure?.code).toBe('notConfigured')
  })
})

describe('the implicit grant', () => {
  const config = { hostedUi: { responseType: 'token' } }

  test('its session ends with its tokens, and with words', async () => {
    const back = await page.visitHostedUi({ config })
    expect(new URL(back).hash).toContain('id_token=')
    const auth = page.land(back, { config })
    expect(page.address).toBe(home)
    const { user } = await settled(auth, 'signedIn')
    expect(user.kind).toBe('hostedUi')

    const again = page.land(home, { config })
    await settled(again, 'signedIn')
    const { accessToken, refreshAt } = await again.getSession()
    expect(refreshAt).toBeUndefined()
    expect((await again.getSession({ forceRefresh: true })).accessToken).toBe(accessToken)

    await control(page, '/clock', { advanceMs: hour + minute })
    await expect(again.getSession()).rejects.toMatchObject({ name: 'SessionExpiredError' })
    expect((await settled(again, 'signIn')).failure?.code).toBe('sessionExpired')
    expect(stored()).not.toMatch(/Token/)
  })

  test('a token that was made for another sign-in is rejected', async () => {
    const first = new URL(await page.visitHostedUi({ config }))
    const second = new URL(await page.visitHostedUi({ config }))
    const [one, other] = [first, second].map(({ hash }) => new URLSearchParams(hash.slice(1)))
    if (!one || !other) throw new Error('No answers')
    one.set('id_token', String(other.get('id_token')))
    first.hash = one.toString()
    const { failure } = await settled(page.land(first.href, { config }), 'signIn')
    expect(failure?.code).toBe('invalidAnswer')
  })
})

describe('signing out', () => {
  test('here, at Cognito, and at the hosted UI', async () => {
    await register()
    const url = await page.leave(page.land(home))
    const auth = page.land(await page.visitor.signIn(url, email, password))
    const home1 = await settled(auth, 'signedIn')
    const { length } = page.left
    home1.signOut()
    const out = new URL(await nextOf(page.left, length))
    expect([out.pathname, Object.fromEntries(out.searchParams)]).toEqual([
      '/logout',
      { client_id: page.sandbox.config.userPoolClientId, logout_uri: home },
    ])
    expect(auth.getView().route).toBe('redirecting')
    expect(stored()).not.toMatch(/Token/)
    expect(await page.visitor.open(out.href)).toBe(home)
    // The pages have forgotten the user as well.
    const next = await page.leave(page.land(home))
    expect(await page.visitor.open(next)).toHaveProperty('html')
  })

  test('who has signed in by the API leaves for nowhere', async () => {
    const auth = page.land(home)
    ;(await signUpAndIn(page, auth)).signOut()
    await settled(auth, 'signIn')
    expect(page.left).toEqual([])
  })

  test('everywhere, also of the hosted UI', async () => {
    const { view } = await signInByGoogle()
    const { length } = page.left
    view.globalSignOut()
    expect(await nextOf(page.left, length)).toContain('/logout?')
  })

  test('a session that Cognito has ended is shown, and the page stays', async () => {
    const { auth, view } = await signInByGoogle()
    await callCognito(page, 'AdminUserGlobalSignOut', { Username: view.user.username })
    const { length } = page.left
    await auth.getSession({ forceRefresh: true }).catch(() => undefined)
    expect((await settled(auth, 'signIn')).failure?.code).toBe('sessionRevoked')
    expect(page.left).toHaveLength(length)
  })
})

describe('a navigator that leaves the app running', () => {
  const appHome = 'myapp://signed-in'
  const config = { hostedUi: { redirectSignIn: appHome } }
  const stays = (answer: (url: string) => Promise<string | undefined>) => ({
    address: () => undefined,
    replace: () => undefined,
    open: answer,
  })

  test('signs in, as in React Native', async () => {
    await control(page, '/pool', { CallbackURLs: [appHome] })
    const navigator = stays((url) => page.visitor.pick(url))
    const auth = page.load({ navigator, config })
    ;(await settled(auth, 'signIn')).redirect({ provider: 'Google' })
    expect((await settled(auth, 'signedIn')).user.provider).toBe('Google')
  })

  test('back without an answer: nothing has happened', async () => {
    const auth = page.load({ navigator: stays(async () => undefined), config })
    ;(await settled(auth, 'signIn')).redirect()
    await expect.poll(() => auth.getView().route).toBe('redirecting')
    expect((await settled(auth, 'signIn')).failure).toBeUndefined()
  })

  test('cancelled during the redirect', async () => {
    const auth = page.land(home)
    await page.leave(auth)
    const view = auth.getView()
    if (view.route !== 'redirecting') throw new Error(view.route)
    view.cancel()
    expect((await settled(auth, 'signIn')).failure).toBeUndefined()
  })
})

test('no code, verifier or token is seen by an inspector or in a snapshot', async () => {
  const seen: string[] = []
  const inspect = (event: object) => {
    if ('event' in event) seen.push(JSON.stringify(event.event))
    if ('snapshot' in event) seen.push(JSON.stringify(event.snapshot))
  }
  const url = await page.leave(page.land(home, { inspect }), { provider: 'Google' })
  const verifiers = stored().match(/(?<="codeVerifier":")[^"]+/g)
  const back = await page.visitor.pick(url)
  const auth = page.land(back, { inspect })
  await settled(auth, 'signedIn')
  seen.push(JSON.stringify(actorOf(auth).getPersistedSnapshot()))
  const { accessToken, idToken } = await auth.getSession()
  const secrets = [new URL(back).searchParams.get('code'), verifiers?.[0], accessToken, idToken]
  expect(secrets.every((secret) => secret && secret.length > 20)).toBe(true)
  expect(seen.length).toBeGreaterThan(10)
  for (const secret of secrets) expect(seen.join('\n')).not.toContain(secret)
})
