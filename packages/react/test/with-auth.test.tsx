import type { Auth } from '@authchart/machine'
import { Component, type ReactNode, StrictMode, version } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  createUser,
  email,
  openPage,
  settled,
  submitSignIn,
} from '../../machine/test/support/sandbox-auth.ts'
import {
  AuthProvider,
  useAuthMachine,
  useAuthUser,
  type WithAuthProps,
  withAuth,
} from '../src/index.ts'

function Shop() {
  return <b>Shop</b>
}

const Route = () => <i>{useAuthMachine(({ route }) => route)}</i>

const screens = () => <p data-screens>{useAuthMachine(({ route }) => route)}</p>

function mount(tree: ReactNode): HTMLElement {
  const root = document.createElement('div')
  document.body.append(root)
  const mounted = createRoot(root)
  onTestFinished(() => {
    mounted.unmount()
    root.remove()
  })
  flushSync(() => mounted.render(tree))
  return root
}

const inside = (auth: Auth, children: ReactNode) => (
  <AuthProvider auth={auth}>{children}</AuthProvider>
)

async function openSignedIn() {
  const page = openPage()
  await createUser(page, { name: 'Ada' })
  const auth = page.load()
  await submitSignIn(auth)
  return { auth, home: await settled(auth, 'signedIn') }
}

const shows = (root: HTMLElement, html: string) =>
  vi.waitFor(() => expect(root.innerHTML).toContain(html), { timeout: 5_000 })

test('the tests run with the React that they are meant for', () => {
  expect(version.split('.')[0]).toBe(process.env.REACT_MAJOR ?? '19')
})

test('withAuth gives the app its own props, the user, a greeting and signOut', async () => {
  const page = openPage()
  await createUser(page, { name: 'Ada' })
  const auth = page.load()
  const App = withAuth(
    ({ title, user, greeting, signOut }: WithAuthProps & { title: string }) => (
      <button type="button" onClick={signOut}>{`${title} ${user.email} ${greeting.name}`}</button>
    ),
    {
      auth,
      screens,
      greeting: ({ greeting: { name } }) => <p>Hello, {name}</p>,
      pending: () => <i>Please wait</i>,
    },
  )
  const root = mount(
    <StrictMode>
      <App title="Shop" />
    </StrictMode>,
  )
  expect(root.innerHTML).toBe('<i>Please wait</i>')
  await shows(root, '<p data-screens="true">signIn</p>')
  await submitSignIn(auth)
  await shows(root, `<button type="button">Shop ${email} Ada</button>`)
  expect(root.querySelector('p')?.textContent).toBe('Hello, Ada')
  root.querySelector('button')?.click()
  await shows(root, '<p data-screens="true">signIn</p>')
  expect(root.querySelector('button')).toBeNull()
})

test('withAuth needs no greeting, and the name of the app is in the name of its wrapper', async () => {
  const { auth } = await openSignedIn()
  const App = withAuth(Shop, { auth, screens })
  expect(App.displayName).toBe('withAuth(Shop)')
  const root = mount(<App />)
  await shows(root, '<b>Shop</b>')
  expect(root.textContent).toBe('Shop')
})

test('the app of withAuth does not render for a task of the account', async () => {
  const { auth, home } = await openSignedIn()
  let renders = 0
  const App = withAuth(
    () => {
      renders += 1
      return <b />
    },
    { auth, screens },
  )
  const root = mount(<App />)
  await shows(root, '<b></b>')
  home.loadProfile()
  await vi.waitFor(() => expect(auth.getView()).toMatchObject({ profile: { isLoading: false } }))
  expect(auth.getView()).toMatchObject({ profile: { data: { attributes: { name: 'Ada' } } } })
  expect(renders).toBe(1)
})

class Boundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {}
  static getDerivedStateFromError = ({ message }: Error) => ({ message })
  override render() {
    return this.state.message ?? this.props.children
  }
}

function Name() {
  return <b>{useAuthUser().name}</b>
}

test('useAuthUser says what to do without a signed-in user', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => void vi.restoreAllMocks())
  const auth = openPage().load()
  await settled(auth, 'signIn')
  const root = mount(
    inside(
      auth,
      <Boundary>
        <Name />
      </Boundary>,
    ),
  )
  expect(root.textContent).toBe('useAuthUser() needs a signed-in user: call it below <AuthGate>')
})

test('a component that outlives the session keeps the user whom it has shown', async () => {
  const { auth, home } = await openSignedIn()
  const root = mount(
    inside(
      auth,
      <>
        <Name />
        <Route />
      </>,
    ),
  )
  home.signOut()
  await shows(root, '<i>signIn</i>')
  expect(root.innerHTML).toBe('<b>Ada</b><i>signIn</i>')
})

test('another auth of the provider has another user', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => void vi.restoreAllMocks())
  const [{ auth: first }, second] = [await openSignedIn(), openPage().load()]
  await settled(second, 'signIn')
  const root = document.createElement('div')
  const mounted = createRoot(root)
  onTestFinished(() => mounted.unmount())
  const show = (auth: Auth) =>
    flushSync(() => mounted.render(<Boundary>{inside(auth, <Name />)}</Boundary>))
  show(first)
  expect(root.innerHTML).toBe('<b>Ada</b>')
  show(second)
  expect(root.textContent).toContain('needs a signed-in user')
})
