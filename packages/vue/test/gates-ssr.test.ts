// @vitest-environment-options { "url": "https://shop.example.com/" }
import type { Auth } from '@authchart/machine'
import { renderToString } from '@vue/server-renderer'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createSSRApp, defineComponent, h, Suspense } from 'vue'
import { email, settled } from '../../machine/test/support/sandbox-auth.ts'
import { signedInSite, testServerRendering } from '../../machine/test/support/server-rendering.ts'
import { AuthGate, authPlugin, useAuthMachine, useAuthUser } from '../src/index.ts'

const shown = (...facts: (string | undefined)[]) =>
  h('p', { 'data-shown': '' }, facts.filter(Boolean).join(' '))

const Screens = defineComponent({
  setup() {
    const view = useAuthMachine()
    return () => shown(view.value.route, view.value.failure?.code, view.value.notice)
  },
})

const App = defineComponent({
  setup() {
    const user = useAuthUser()
    const view = useAuthMachine()
    return () => shown('signedIn', user.value.email, view.value.failure?.code, view.value.notice)
  },
})

function appOf(auth: Auth, suspend = false) {
  const gate = () =>
    h(
      AuthGate,
      { suspend },
      { default: () => h(App), fallback: () => h(Screens), pending: () => shown('restoring') },
    )
  const page = () =>
    h('main', [h(Suspense, null, { default: gate, fallback: () => shown('suspended') })])
  return createSSRApp(page).use(authPlugin, auth)
}

function hydrate(auth: Auth, root: HTMLElement, suspend?: boolean) {
  const complaints: unknown[] = []
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...said) => void complaints.push(said))
  }
  const app = appOf(auth, suspend)
  app.mount(root)
  onTestFinished(() => {
    app.unmount()
    vi.restoreAllMocks()
  })
  return complaints
}

describe('the session is known when the page is rendered', () => {
  testServerRendering({
    render: (auth) => renderToString(appOf(auth)),
    hydrate: async (auth, root) => hydrate(auth, root),
  })
})

test('a server waits for the session in the place of a gate that suspends, and the page goes on', async () => {
  const site = await signedInSite()
  const onServer = site.load()
  const root = document.createElement('div')
  root.innerHTML = await renderToString(appOf(onServer, true))
  onServer.stop()
  document.body.replaceChildren(root)
  const element = root.querySelector('[data-shown]')
  expect(element?.textContent).toBe(`signedIn ${email}`)
  const auth = site.load()
  const complaints = hydrate(auth, root, true)
  await settled(auth, 'signedIn')
  await vi.waitFor(() => expect(element).toHaveProperty('__vnode'))
  expect(root.querySelector('[data-shown]')).toBe(element)
  expect(root.querySelectorAll('[data-shown]')).toHaveLength(1)
  expect(complaints).toEqual([])
})
