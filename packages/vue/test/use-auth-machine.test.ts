import { type Auth, createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { createSandbox } from '@authchart/sandbox'
import { renderToString } from '@vue/server-renderer'
import { mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { createSSRApp, defineComponent, h, nextTick } from 'vue'
import { authPlugin, useAuth, useAuthMachine } from '../src/index.ts'

const started: Auth[] = []
afterEach(() => {
  for (const auth of started.splice(0)) auth.stop()
  localStorage.clear()
  sessionStorage.clear()
})

function start(): Auth {
  const sandbox = createSandbox()
  const auth = createAuth({
    config: sandbox.config,
    fetch: (input, init) => sandbox.fetch(input instanceof Request ? input : new URL(input), init),
  })
  started.push(auth)
  return auth
}

const Screen = defineComponent({
  setup() {
    const view = useAuthMachine()
    return () => [
      h('h1', view.value.route),
      view.value.route === 'signIn' ? h('button', { onClick: view.value.goSignUp }) : null,
      view.value.failure ? h('p', { role: 'alert' }, view.value.failure.code) : null,
    ]
  },
})

const show = (auth: Auth) => mount(Screen, { global: { plugins: [[authPlugin, auth]] } })

test('renders the first screen at once and follows the chart', async () => {
  const screen = show(start())
  expect(screen.get('h1').text()).toBe('restoring')
  await vi.waitFor(() => expect(screen.get('h1').text()).toBe('signIn'))
  await screen.get('button').trigger('click')
  expect(screen.get('h1').text()).toBe('signUp')
})

test('the whole way against the sandbox: a wrong password is shown', async () => {
  const auth = start()
  const screen = show(auth)
  await vi.waitFor(() => expect(screen.get('h1').text()).toBe('signIn'))
  const view = auth.getView()
  if (view.route === 'signIn')
    view.submit({ username: 'ada@example.com', password: 'Wrong-horse-7' })
  // The first request loads what sends requests, which Vitest compiles then.
  const isShown = () => expect(screen.get('[role=alert]').text()).toBe('incorrectCredentials')
  await vi.waitFor(isShown, { timeout: 10_000 })
})

test('a selector renders only when what it selects changes', async () => {
  const auth = start()
  let renders = 0
  const Flag = defineComponent({
    setup() {
      const isSignedIn = useAuthMachine((view) => view.route === 'signedIn')
      return () => {
        renders += 1
        return h('p', String(isSignedIn.value))
      }
    },
  })
  mount(Flag, { global: { plugins: [[authPlugin, auth]] } })
  await vi.waitFor(() => expect(auth.getView().route).toBe('signIn'))
  const view = auth.getView()
  if (view.route === 'signIn') view.goSignUp()
  await nextTick()
  expect(auth.getView().route).toBe('signUp')
  expect(renders).toBe(1)
})

test('a component that goes away leaves the machine running', async () => {
  const auth = start()
  const screen = show(auth)
  await vi.waitFor(() => expect(screen.get('h1').text()).toBe('signIn'))
  screen.unmount()
  expect(actorOf(auth).getSnapshot().status).toBe('active')
  expect(show(auth).get('h1').text()).toBe('signIn')
})

test('the view is not made reactive deep inside: failures stay what they are', async () => {
  const auth = start()
  const seen: unknown[] = []
  const Probe = defineComponent({
    setup() {
      const view = useAuthMachine()
      return () => {
        seen.push(view.value)
        return h('i')
      }
    },
  })
  mount(Probe, { global: { plugins: [[authPlugin, auth]] } })
  await vi.waitFor(() => expect(seen.at(-1)).toBe(auth.getView()))
})

test('renders on a server', async () => {
  const app = createSSRApp(Screen).use(authPlugin, start())
  expect(await renderToString(app)).toContain('restoring')
})

test('says what to do without the plugin', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  expect(() => mount(Screen)).toThrow(/need app\.use\(authPlugin/)
})

test('says what to do with a plugin of something else', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const config = { userPoolId: 'us-east-1_x' } as never
  expect(() => show(config)).toThrow(/need app\.use\(authPlugin, createAuth/)
})

test('the handle itself is at hand in an app with the plugin', () => {
  const auth = start()
  let found: Auth | undefined
  const Finder = defineComponent({
    setup() {
      found = useAuth()
      return () => null
    },
  })
  mount(Finder, { global: { plugins: [[authPlugin, auth]] } })
  expect(found).toBe(auth)
})
