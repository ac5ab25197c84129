import { type Auth, createAuth, type Navigator } from '@authchart/machine'
import { createSandbox } from '@authchart/sandbox'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { StrictMode, useRef, useState } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { visitor } from '../../machine/test/support/visitor.ts'
import { AuthProvider, useAuthMachine } from '../src/index.ts'

const created: Auth[] = []

afterEach(() => {
  cleanup()
  for (const auth of created.splice(0)) auth.stop()
  localStorage.clear()
  sessionStorage.clear()
})

function Screen() {
  const view = useAuthMachine()
  return (
    <>
      <h1>{view.route}</h1>
      {view.failure && <p role="alert">{view.failure.code}</p>}
    </>
  )
}

const heading = () => screen.getByRole('heading').textContent

/** An app of a sandbox with a hosted UI, whose address bar the test has. */
function openApp() {
  const sandbox = createSandbox()
  const page = { address: 'http://localhost:5173/', requests: [] as string[] }
  const send: typeof fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    page.requests.push(new URL(url).pathname)
    return sandbox.fetch(input instanceof Request ? input : new URL(input), init)
  }
  const navigator: Navigator = {
    address: () => page.address,
    replace: (address) => {
      page.address = address
    },
    open: (url) => {
      page.address = url
      return new Promise(() => undefined)
    },
  }
  const open = () => {
    const auth = createAuth({ config: sandbox.config, fetch: send, navigator })
    created.push(auth)
    return auth
  }
  /** Leaves for a provider and returns, so that `address` has a code. */
  async function visitHostedUi() {
    const auth = open()
    await waitFor(() => expect(auth.getView().route).toBe('signIn'))
    const view = auth.getView()
    if (view.route === 'signIn') view.redirect({ provider: 'Google' })
    await waitFor(() => expect(page.address).toContain('/oauth2/authorize'))
    auth.stop()
    page.address = await visitor(sandbox).pick(page.address)
    page.requests.length = 0
    created.length = 0
  }
  return { page, open, visitHostedUi }
}

interface AppProps {
  readonly open: () => Auth
}

function ByState({ open }: AppProps) {
  const [auth] = useState(open)
  return (
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>
  )
}

function ByRef({ open }: AppProps) {
  const ref = useRef<Auth>(undefined)
  ref.current ??= open()
  return (
    <AuthProvider auth={ref.current}>
      <Screen />
    </AuthProvider>
  )
}

test.each([
  ['useState', ByState],
  ['useRef', ByRef],
])('in strict mode an auth that %s keeps is signed in by the hosted UI', async (_, App) => {
  const { page, open, visitHostedUi } = openApp()
  await visitHostedUi()
  render(
    <StrictMode>
      <App open={open} />
    </StrictMode>,
  )
  expect(heading()).toBe('restoring')
  expect(page.address).toBe('http://localhost:5173/')
  // What speaks OAuth is loaded first.
  await waitFor(() => expect(heading()).toBe('signedIn'), { timeout: 10_000 })
  expect(screen.queryByRole('alert')).toBeNull()
  expect(page.requests.filter((path) => path === '/oauth2/token')).toHaveLength(1)
})

test('the auth that strict mode throws away listens to nothing', async () => {
  const { open } = openApp()
  const listen = vi.spyOn(globalThis, 'addEventListener')
  render(
    <StrictMode>
      <ByState open={open} />
    </StrictMode>,
  )
  await waitFor(() => expect(heading()).toBe('signIn'))
  expect(created).toHaveLength(2)
  // One for the store of other tabs, by the one that stays.
  expect(listen.mock.calls.filter(([type]) => type === 'storage')).toHaveLength(1)
  listen.mockRestore()
})

test('an auth of a component that a server renders sends no request', async () => {
  const { page, open } = openApp()
  expect(renderToString(<ByState open={open} />)).toBe('<h1>restoring</h1>')
  created[0]?.stop()
  await expect(created[0]?.ready()).rejects.toThrow('stopped')
  expect(page.requests).toEqual([])
})
