// @vitest-environment-options { "url": "https://shop.example.com/" }
import type { Auth } from '@authchart/machine'
import { act, cleanup } from '@testing-library/react'
import { type ReactNode, StrictMode, Suspense, use } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { dropCookies } from '../../machine/test/support/rendered-site.ts'
import { settled } from '../../machine/test/support/sandbox-auth.ts'
import { signedInSite, testServerRendering } from '../../machine/test/support/server-rendering.ts'
import { AuthProvider, useAuthMachine } from '../src/index.ts'
import { renderToStream } from './support/render-to-stream.ts'

afterEach(cleanup)

function Screen() {
  const view = useAuthMachine()
  const user = view.route === 'signedIn' ? view.user : undefined
  const facts = [view.route, user && (user.email ?? user.username), view.failure?.code, view.notice]
  return <p data-shown>{facts.filter(Boolean).join(' ')}</p>
}

const tree = (auth: Auth, children: ReactNode = <Screen />) => (
  <StrictMode>
    <AuthProvider auth={auth}>{children}</AuthProvider>
  </StrictMode>
)

async function hydrate(auth: Auth, root: HTMLElement, children?: ReactNode) {
  const complaints: unknown[] = []
  vi.spyOn(console, 'error').mockImplementation((...said) => {
    // Said of server and page being one process here.
    if (!String(said[0]).startsWith('Detected multiple renderers')) complaints.push(said)
  })
  const mounted = await act(async () =>
    hydrateRoot(root, tree(auth, children), {
      onRecoverableError: (error) => complaints.push(error),
    }),
  )
  onTestFinished(() => {
    act(() => mounted.unmount())
    vi.restoreAllMocks()
  })
  return complaints
}

describe('renderToString', () => {
  testServerRendering({ render: (auth) => renderToString(tree(auth)), hydrate })
})

describe('renderToPipeableStream', () => {
  testServerRendering({ render: (auth) => renderToStream(tree(auth)), hydrate })
})

/** Selects an object anew each time, as an inline selector may. */
function Late({ until }: { until: Promise<unknown> }) {
  use(until)
  const { route } = useAuthMachine(({ route }) => ({ route }))
  return <i>{route}</i>
}

const page = (until: Promise<unknown>) => (
  <main>
    <Screen />
    <Suspense fallback={<i>…</i>}>
      <Late until={until} />
    </Suspense>
  </main>
)

const texts = (root: HTMLElement) =>
  [...root.querySelectorAll('p, i')].map(({ textContent }) => textContent)

function show(html: string): HTMLElement {
  const root = document.createElement('div')
  root.innerHTML = html
  document.body.replaceChildren(root)
  return root
}

test('a late part of a stream shows what the early one shows, also if a session was found meanwhile', async () => {
  const auth = (await signedInSite()).load()
  const html = await renderToStream(tree(auth, page(settled(auth, 'signedIn'))))
  expect(html.match(/restoring/g)).toHaveLength(2)
  expect(html).not.toContain('signedIn')
})

test('a boundary that hydrates late begins with what the server showed, then follows', async () => {
  const site = await signedInSite()
  const done = Promise.resolve()
  const { html, initial } = await site.request((auth) =>
    renderToStream(tree(auth, page(done)), 'onAllReady'),
  )
  const root = show(html)
  expect(texts(root)).toEqual(['signedIn ada@example.com', 'signedIn'])
  const [, late] = root.querySelectorAll('p, i')

  dropCookies()
  const auth = site.load(initial)
  await settled(auth, 'signIn')
  let arrive: (() => void) | undefined
  const script = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const complaints = await hydrate(auth, root, page(script))
  expect(texts(root)).toEqual(['signIn signedOutElsewhere', 'signedIn'])
  await act(async () => arrive?.())
  expect(texts(root)).toEqual(['signIn signedOutElsewhere', 'signIn'])
  expect(root.querySelector('i')).toBe(late)
  expect(complaints).toEqual([])
})
