import { createSandbox } from '@authchart/sandbox'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createAuth as createEarly, type EarlyOptions } from '../../src/early/index.ts'
import { type Auth, type AuthView, createAuth, memoryStorage } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import { openDocument } from '../support/browser-document.ts'
import { email, password, settled } from '../support/sandbox-auth.ts'

const sandbox = createSandbox({
  users: [{ username: email, password }],
})

const options = {
  config: { ...sandbox.config, hostedUi: { providers: ['Google'] } },
  fetch: sandbox.fetch as typeof fetch,
  clock: sandbox.clock,
}

function stopLater<Any extends Pick<Auth, 'stop'>>(auth: Any): Any {
  onTestFinished(() => auth.stop())
  return auth
}

const early = (more: Partial<EarlyOptions> = {}) =>
  stopLater(createEarly({ ...options, ...more } as EarlyOptions))

/** Every route that the auth has shown, without repetitions. */
function routesOf(auth: Auth): string[] {
  const routes: string[] = [auth.getView().route]
  auth.subscribe(({ route }) => {
    if (route !== routes.at(-1)) routes.push(route)
  })
  return routes
}

const dataOf = (view: AuthView) =>
  Object.fromEntries(
    Object.entries(view).map(([name, value]) => [
      name,
      typeof value === 'function' ? 'a function' : value,
    ]),
  )

test('the first view is that of the chart, member by member', async () => {
  openDocument()
  localStorage.setItem(
    `authchart.${sandbox.config.userPoolClientId}.lastSignIn`,
    JSON.stringify({ username: email, factor: 'PASSWORD' }),
  )
  const view = early().getView()
  const whole = await settled(stopLater(createAuth(options)), 'signIn')
  expect(view.route).toBe('signIn')
  expect(dataOf(view)).toEqual(dataOf(whole))
  expect(Object.keys(view)).toEqual(Object.keys(whole))
})

test('it has what the whole auth has', () => {
  openDocument()
  expect(Reflect.ownKeys(early())).toEqual(Reflect.ownKeys(stopLater(createAuth(options))))
})

test('what is submitted before the chart is there signs in, and the form never leaves', async () => {
  openDocument()
  const auth = early()
  const routes = routesOf(auth)
  const view = auth.getView()
  expect(view).toMatchObject({ route: 'signIn', isPending: false })
  if (view.route === 'signIn') view.submit({ username: email, password })
  expect(auth.getView()).toMatchObject({ route: 'signIn', isPending: true, pending: 'submitting' })
  const { user } = await settled(auth, 'signedIn')
  expect(user.email).toBe(email)
  expect(routes).toEqual(['signIn', 'signedIn'])
  expect((await auth.getSession()).accessToken).toBeTypeOf('string')
  expect(actorOf(auth).getSnapshot().matches('signedIn')).toBe(true)
})

test.each(['the page is idle', 'the user enters a field'])(
  'the chart is loaded when %s, after the form is there',
  async (when) => {
    openDocument()
    const idle: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', (begin: () => void) => idle.push(begin))
    const auth = early()
    const views = vi.fn()
    auth.subscribe(views)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(() => actorOf(auth)).toThrow('has not loaded yet')
    if (when === 'the page is idle') for (const begin of idle) begin()
    else {
      const input = document.body.appendChild(document.createElement('input'))
      input.focus()
    }
    await expect.poll(() => views.mock.calls).toHaveLength(1)
    expect(actorOf(auth).getSnapshot().matches('signIn')).toBe(true)
  },
)

test('the last action counts, and `cancel` takes it back', async () => {
  openDocument()
  const auth = early()
  const routes = routesOf(auth)
  const view = auth.getView()
  if (view.route !== 'signIn') throw new Error(view.route)
  view.submit({ username: email, password })
  view.cancel()
  expect(auth.getView().isPending).toBe(false)
  view.submit({ username: email, password })
  view.goSignUp()
  await settled(auth, 'signUp')
  // A function of the first view acts as one of the chart does: not on another screen.
  view.submit({ username: email, password })
  expect(auth.getView().route).toBe('signUp')
  expect(routes).toEqual(['signIn', 'signUp'])
})

test('a stored session is restored, and no form is shown before', async () => {
  openDocument()
  const before = stopLater(createAuth(options))
  const { submit } = await settled(before, 'signIn')
  submit({ username: email, password })
  await settled(before, 'signedIn')
  before.stop()

  const auth = early()
  const restored = vi.fn()
  const { unsubscribe } = auth.on('*', () => expect.unreachable())
  unsubscribe()
  auth.on('restored', restored)
  const routes = routesOf(auth)
  const session = auth.getSession()
  expect(auth.getView()).toBe(auth.getServerView())
  expect((await session).accessToken).toBeTypeOf('string')
  await settled(auth, 'signedIn')
  expect(routes).toEqual(['restoring', 'signedIn'])
  expect(restored).toHaveBeenCalledTimes(1)
  expect((await auth.ready()).user?.email).toBe(email)
})

test('a session in cookies is found, too', async () => {
  openDocument()
  const config = { ...options.config, cookieStorage: {} }
  const before = stopLater(createAuth({ ...options, config }))
  const { submit } = await settled(before, 'signIn')
  submit({ username: email, password })
  await settled(before, 'signedIn')
  before.stop()
  expect(early({ config }).getView().route).toBe('restoring')
})

test('an interrupted screen, an answer of the hosted UI and what only the chart knows wait for it', async () => {
  openDocument()
  const before = stopLater(createAuth(options))
  const { goForgotPassword } = await settled(before, 'signIn')
  goForgotPassword()
  await settled(before, 'forgotPassword')
  before.stop()
  const auth = early()
  const routes = routesOf(auth)
  await settled(auth, 'forgotPassword')
  expect(routes).toEqual(['restoring', 'forgotPassword'])
  auth.stop()
  sessionStorage.clear()

  expect(early().getView().route).toBe('signIn')
  const entry = { route: 'confirmSignUp', username: email } as const
  expect(early({ entry }).getView().route).toBe('restoring')
  expect(early({ storage: memoryStorage() }).getView().route).toBe('restoring')
  history.replaceState(null, '', '/?code=1&state=2')
  expect(early().getView().route).toBe('restoring')
})

test('a link that is opened before the chart is there leads to its screen', async () => {
  openDocument()
  const auth = early()
  auth.enter({ route: 'confirmSignUp', username: email })
  const { username } = await settled(auth, 'confirmSignUp')
  expect(username).toBe(email)
})

test('a chart that does not load is a failure, and the next submit tries again', async () => {
  openDocument()
  // A mock that is set while another chunk still loads is lost.
  await vi.dynamicImportSettled()
  vi.resetModules()
  vi.doMock('../../src/create-auth.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  onTestFinished(() => {
    vi.doUnmock('../../src/create-auth.ts')
    vi.resetModules()
  })
  const auth = early()
  const { submit } = (await settled(auth, 'signIn')) as { submit: (form: object) => void }
  const session = auth.getSession()
  const said = vi.fn()
  auth.on('signedIn', said)
  submit({ username: email, password })
  await expect(session).rejects.toMatchObject({ name: 'NetworkError' })
  await expect
    .poll(() => auth.getView().failure)
    .toMatchObject({ code: 'network', retryable: true })
  expect(auth.getView().isPending).toBe(false)

  vi.doUnmock('../../src/create-auth.ts')
  submit({ username: email, password })
  await settled(auth, 'signedIn')
  expect(said).toHaveBeenCalledTimes(1)
})

test('a wrong configuration throws at once, a wrong option is a failure', async () => {
  openDocument()
  expect(() => createEarly({ config: { userPoolId: 'x' } as never })).toThrow('userPoolId')
  const auth = early({ timeoutMs: -1 })
  await expect(auth.ready()).rejects.toThrow('timeoutMs')
  expect(auth.getView().failure).toMatchObject({ code: 'notConfigured', retryable: false })
})

test('after `stop` it does nothing', async () => {
  openDocument()
  const auth = early()
  const routes = routesOf(auth)
  const view = auth.getView()
  if (view.route === 'signIn') view.submit({ username: email, password })
  auth.stop()
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'StoppedError' })
  expect(routes).toEqual(['signIn'])

  const unused = early()
  const first = unused.getView()
  unused.stop()
  unused.enter({ route: 'signUp' })
  if (first.route === 'signIn') first.goSignUp()
  // Begins to load after `unused` would have.
  await early().ready()
  expect(() => actorOf(unused)).toThrow('has not loaded yet')
  expect(unused.getView()).toBe(first)
})

test('a listener that throws keeps no other one from its view', async () => {
  openDocument()
  const thrown = new Error('thrown by a listener')
  const reported = vi.fn()
  vi.stubGlobal('queueMicrotask', (work: () => void) => {
    try {
      work()
    } catch (error) {
      reported(error)
    }
  })
  const auth = early()
  auth.subscribe(() => {
    throw thrown
  })
  const routes = routesOf(auth)
  const view = auth.getView()
  if (view.route === 'signIn') view.goSignUp()
  await expect.poll(() => routes).toEqual(['signIn', 'signUp'])
  expect(reported).toHaveBeenCalledWith(thrown)
})

test('without a page it waits for the chart', async () => {
  const auth = early()
  const routes = routesOf(auth)
  const { submit } = await settled(auth, 'signIn')
  submit({ username: email, password })
  await settled(auth, 'signedIn')
  expect(routes).toEqual(['restoring', 'signIn', 'signedIn'])
  const response = auth.fetch('https://elsewhere.example.com/')
  await expect(response).rejects.toMatchObject({ name: 'ApiOriginError' })
  await expect(auth.credentials()).rejects.toMatchObject({ name: 'ConfigError' })
})
