// @vitest-environment-options { "url": "https://shop.example.com/" }
import type { Auth } from '@authchart/machine'
import { StrictMode, Suspense } from 'react'
import { flushSync } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { email, settled } from '../../machine/test/support/sandbox-auth.ts'
import { signedInSite, testServerRendering } from '../../machine/test/support/server-rendering.ts'
import { AuthGate, AuthProvider, useAuthMachine, useAuthUser } from '../src/index.ts'
import { renderToStream } from './support/render-to-stream.ts'

function Screens() {
  const { route, failure, notice } = useAuthMachine()
  return <p data-shown>{[route, failure?.code, notice].filter(Boolean).join(' ')}</p>
}

function App() {
  const { email } = useAuthUser()
  const { failure, notice } = useAuthMachine()
  return <p data-shown>{['signedIn', email, failure?.code, notice].filter(Boolean).join(' ')}</p>
}

const tree = (auth: Auth, suspend = false) => (
  <StrictMode>
    <AuthProvider auth={auth}>
      <main>
        <Suspense fallback={<p data-shown>suspended</p>}>
          <AuthGate fallback={<Screens />} pending={<p data-shown>restoring</p>} suspend={suspend}>
            <App />
          </AuthGate>
        </Suspense>
      </main>
    </AuthProvider>
  </StrictMode>
)

function hydrate(auth: Auth, root: HTMLElement, suspend?: boolean) {
  const complaints: unknown[] = []
  vi.spyOn(console, 'error').mockImplementation((...said) => {
    // Said of server and page being one process here.
    if (!String(said[0]).includes('Detected multiple renderers')) complaints.push(said)
  })
  const mounted = flushSync(() =>
    hydrateRoot(root, tree(auth, suspend), {
      onRecoverableError: (error) => complaints.push(error),
    }),
  )
  onTestFinished(() => {
    mounted.unmount()
    vi.restoreAllMocks()
  })
  return complaints
}

describe('the session is known when the page is rendered', () => {
  testServerRendering({
    render: (auth) => renderToString(tree(auth)),
    hydrate: async (auth, root) => hydrate(auth, root),
  })
})

/** A page of a server that does not wait for `ready()`. */
async function request(render: (auth: Auth) => string | Promise<string>) {
  const site = await signedInSite()
  const auth = site.load()
  const html = await render(auth)
  auth.stop()
  const root = document.createElement('div')
  root.innerHTML = html
  document.body.replaceChildren(root)
  onTestFinished(() => root.remove())
  return { site, root, shown: () => root.querySelector('[data-shown]')?.textContent }
}

test('a stream waits for the session in the place of a gate that suspends, and the page goes on', async () => {
  const { site, root } = await request((auth) => renderToStream(tree(auth, true), 'onAllReady'))
  const shown = root.querySelector('[data-shown]')
  expect(shown?.textContent).toBe(`signedIn ${email}`)
  const auth = site.load()
  const complaints = hydrate(auth, root, true)
  await settled(auth, 'signedIn')
  await vi.waitFor(() => expect(Object.keys(shown ?? {}).join()).toMatch(/__react/))
  expect(root.querySelector('[data-shown]')).toBe(shown)
  expect(complaints).toEqual([])
})

test('a server that cannot wait sends the fallback of the boundary', async () => {
  const { site, shown, root } = await request((auth) => renderToString(tree(auth, true)))
  expect(shown()).toBe('suspended')
  hydrate(site.load(), root, true)
  await vi.waitFor(() => expect(shown()).toBe(`signedIn ${email}`))
})
