const { createAuth, checkPassword, defaultPasswordPolicy } = require('@authchart/machine')
const { webStorage } = require('@authchart/machine/browser')
const { AuthProvider, useAuthMachine } = require('@authchart/react')
const { act, createElement } = require('react')
const { createRoot } = require('react-dom/client')
// jsdom has no fetch.
require('whatwg-fetch')

// In ms: what is loaded late is compiled in the midst of a test, and a machine may have other work.
jest.setTimeout(120_000)
globalThis.IS_REACT_ACT_ENVIRONMENT = true

const Screen = () => createElement('h1', null, useAuthMachine().route)

test('the packages load under jsdom, and render', async () => {
  expect(checkPassword('x', defaultPasswordPolicy).length).toBeGreaterThan(0)
  const auth = createAuth({
    config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' },
    storage: webStorage('sessionStorage'),
  })
  const root = createRoot(document.body)
  await act(async () => {
    root.render(createElement(AuthProvider, { auth }, createElement(Screen)))
    await auth.ready()
  })
  expect(document.querySelector('h1').textContent).toBe('signIn')
  auth.stop()
})

test('a user signs in', async () => {
  const { AUTH_CONFIG, AUTH_USERNAME: username, AUTH_PASSWORD: password } = process.env
  const auth = createAuth({ config: JSON.parse(AUTH_CONFIG), timeoutMs: 60_000 })
  await auth.ready()
  auth.getView().submit({ username, password })
  while (auth.getView().isPending) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(auth.getView().failure).toBe(undefined)
  expect(auth.getView().user.email).toBe(username)
  auth.stop()
})
