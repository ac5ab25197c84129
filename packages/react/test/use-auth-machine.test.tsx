import { type Auth, createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { createSandbox } from '@authchart/sandbox'
import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { AuthProvider, useAuth, useAuthMachine } from '../src/index.ts'

const started: Auth[] = []
afterEach(() => {
  cleanup()
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

const around = (auth: Auth) => ({
  wrapper: ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <AuthProvider auth={auth}>{children}</AuthProvider>
    </StrictMode>
  ),
})

function Screen() {
  const view = useAuthMachine()
  return (
    <main>
      <h1>{view.route}</h1>
      {view.route === 'signIn' && <button type="button" onClick={view.goSignUp} />}
      {view.failure && <p role="alert">{view.failure.code}</p>}
    </main>
  )
}

const heading = () => screen.getByRole('heading').textContent

test('renders the first screen at once and follows the chart', async () => {
  render(<Screen />, around(start()))
  expect(heading()).toBe('restoring')
  await waitFor(() => expect(heading()).toBe('signIn'))
  act(() => screen.getByRole('button').click())
  expect(heading()).toBe('signUp')
})

test('the whole way against the sandbox: a wrong password is shown', async () => {
  const auth = start()
  const { result } = renderHook(() => useAuthMachine(), around(auth))
  await waitFor(() => expect(result.current.route).toBe('signIn'))
  act(() => {
    const view = result.current
    if (view.route === 'signIn')
      view.submit({ username: 'ada@example.com', password: 'Wrong-horse-7' })
  })
  expect(result.current.isPending).toBe(true)
  // The first request loads what sends requests, which Vitest compiles then.
  const isShown = () => expect(result.current.failure?.code).toBe('incorrectCredentials')
  await waitFor(isShown, { timeout: 10_000 })
})

test('a selector renders only when what it selects changes', async () => {
  const auth = start()
  let renders = 0
  const { result } = renderHook(
    () => {
      renders += 1
      return useAuthMachine((view) => view.route === 'signedIn')
    },
    { wrapper: ({ children }) => <AuthProvider auth={auth}>{children}</AuthProvider> },
  )
  await waitFor(() => expect(auth.getView().route).toBe('signIn'))
  act(() => {
    const view = auth.getView()
    if (view.route === 'signIn') view.goSignUp()
  })
  expect(auth.getView().route).toBe('signUp')
  expect(result.current).toBe(false)
  expect(renders).toBe(1)
})

test('a selector that makes a new object each time does not loop', async () => {
  const { result } = renderHook(() => useAuthMachine(({ route }) => ({ route })), around(start()))
  await waitFor(() => expect(result.current).toEqual({ route: 'signIn' }))
})

test('a tree that goes away leaves the machine running', async () => {
  const auth = start()
  const { unmount } = render(<Screen />, around(auth))
  await waitFor(() => expect(heading()).toBe('signIn'))
  unmount()
  expect(actorOf(auth).getSnapshot().status).toBe('active')
  render(<Screen />, around(auth))
  expect(heading()).toBe('signIn')
})

test('another auth takes over when the provider gets one', async () => {
  const [first, second] = [start(), start()]
  await Promise.all([first.ready(), second.ready()])
  const tree = (auth: Auth) => (
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>
  )
  const { rerender } = render(tree(first))
  await waitFor(() => expect(heading()).toBe('signIn'))
  act(() => screen.getByRole('button').click())
  expect(heading()).toBe('signUp')
  rerender(tree(second))
  await waitFor(() => expect(heading()).toBe('signIn'))
})

test('renders on a server', () => {
  const auth = start()
  const html = renderToString(
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>,
  )
  expect(html).toContain('restoring')
})

test('says what to do without a provider', () => {
  expect(() => renderToString(<Screen />)).toThrow(/need <AuthProvider/)
})

test('says what to do with a provider of something else', () => {
  const config = { userPoolId: 'us-east-1_x' } as never
  const screen = (
    <AuthProvider auth={config}>
      <Screen />
    </AuthProvider>
  )
  expect(() => renderToString(screen)).toThrow(/need <AuthProvider auth={createAuth/)
})

test('the handle itself is at hand below the provider, and nowhere else', () => {
  const auth = start()
  expect(renderHook(() => useAuth(), around(auth)).result.current).toBe(auth)
  expect(() => renderHook(() => useAuth())).toThrow(/need <AuthProvider/)
})
