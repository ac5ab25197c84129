// @vitest-environment-options { "url": "https://shop.example.com/" }
import type { Auth } from '@authchart/machine'
import { renderToString } from '@vue/server-renderer'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  type Component,
  createSSRApp,
  defineAsyncComponent,
  defineComponent,
  h,
  nextTick,
  ref,
  Suspense,
} from 'vue'
import { dropCookies } from '../../machine/test/support/rendered-site.ts'
import { settled } from '../../machine/test/support/sandbox-auth.ts'
import { signedInSite, testServerRendering } from '../../machine/test/support/server-rendering.ts'
import { authPlugin, useAuthMachine } from '../src/index.ts'

const Screen = defineComponent({
  setup() {
    const auth = useAuthMachine()
    return () => {
      const view = auth.value
      const user = view.route === 'signedIn' ? view.user : undefined
      const name = user && (user.email ?? user.username)
      const facts = [view.route, name, view.failure?.code, view.notice]
      return h('p', { 'data-shown': '' }, facts.filter(Boolean).join(' '))
    }
  },
})

const appOf = (auth: Auth, root: Component = Screen) => createSSRApp(root).use(authPlugin, auth)

async function hydrate(auth: Auth, root: HTMLElement, component?: Component) {
  const complaints: unknown[] = []
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...said) => void complaints.push(said))
  }
  const app = appOf(auth, component)
  app.mount(root)
  onTestFinished(() => {
    app.unmount()
    vi.restoreAllMocks()
  })
  return complaints
}

describe('renderToString', () => {
  testServerRendering({ render: (auth) => renderToString(appOf(auth)), hydrate })
})

const Route = defineComponent({
  setup() {
    const route = useAuthMachine(({ route }) => route)
    return () => h('i', route.value)
  },
})

/** A component with an `await` in its setup. */
const lateSetup = (until: Promise<unknown>) =>
  defineComponent({
    async setup() {
      const route = useAuthMachine(({ route }) => route)
      await until
      return () => h('i', [route.value, h(Route)])
    },
  })

const page = (late: Component) =>
  defineComponent(() => () => h('main', [h(Screen), h(Suspense, () => h(late))]))

const texts = (root: Element) =>
  [...root.querySelectorAll('p, i')].map(({ textContent }) => textContent)

function show(html: string): HTMLElement {
  const root = document.createElement('div')
  root.innerHTML = html
  document.body.replaceChildren(root)
  return root
}

test('a late part shows what the early one shows, also if a session was found meanwhile', async () => {
  const auth = (await signedInSite()).load()
  const html = await renderToString(appOf(auth, page(lateSetup(settled(auth, 'signedIn')))))
  expect(html.match(/restoring/g)).toHaveLength(3)
  expect(html).not.toContain('signedIn')
})

/** A page that was rendered for a signed-in user, and is opened without the cookies. */
async function outdatedPage(component: Component) {
  const site = await signedInSite()
  const { html, initial } = await site.request((auth) => renderToString(appOf(auth, component)))
  const root = show(html)
  dropCookies()
  const auth = site.load(initial)
  await settled(auth, 'signIn')
  return { root, auth }
}

function gate() {
  let open: (() => void) | undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open?.() }
}

test('an asynchronous setup hydrates with what the server showed, then follows', async () => {
  const { root, auth } = await outdatedPage(page(lateSetup(Promise.resolve())))
  expect(texts(root)).toEqual(['signedIn ada@example.com', 'signedInsignedIn', 'signedIn'])
  const [, late] = root.querySelectorAll('p, i')
  const { opened, open } = gate()
  const complaints = await hydrate(auth, root, page(lateSetup(opened)))
  await nextTick()
  expect(texts(root)).toEqual(['signIn signedOutElsewhere', 'signedInsignedIn', 'signedIn'])
  open()
  await vi.waitFor(() =>
    expect(texts(root)).toEqual(['signIn signedOutElsewhere', 'signInsignIn', 'signIn']),
  )
  expect(root.querySelector('i')).toBe(late)
  expect(complaints).toEqual([])
})

test('an asynchronous component hydrates with what the server showed, then follows', async () => {
  const { root, auth } = await outdatedPage(page(Route))
  const [, late] = root.querySelectorAll('p, i')
  const { opened, open } = gate()
  const lazy = defineAsyncComponent(async () => {
    await opened
    return Route
  })
  const complaints = await hydrate(auth, root, page(lazy))
  await nextTick()
  expect(texts(root)).toEqual(['signIn signedOutElsewhere', 'signedIn'])
  open()
  await vi.waitFor(() => expect(texts(root)).toEqual(['signIn signedOutElsewhere', 'signIn']))
  expect(root.querySelector('i')).toBe(late)
  expect(complaints).toEqual([])
})

test('what is mounted after hydration shows the present at once', async () => {
  const isShown = ref(false)
  const shown: unknown[] = []
  const Probe = defineComponent({
    setup() {
      const route = useAuthMachine(({ route }) => route)
      return () => {
        shown.push(route.value)
        return h('i', route.value)
      }
    },
  })
  const Page = defineComponent(() => () => h('main', [h(Screen), isShown.value ? h(Probe) : null]))
  const { root, auth } = await outdatedPage(Page)
  const complaints = await hydrate(auth, root, Page)
  isShown.value = true
  await nextTick()
  expect(texts(root)).toEqual(['signIn signedOutElsewhere', 'signIn'])
  expect(shown).toEqual(['signIn'])
  expect(complaints).toEqual([])
})
