const { createAuth, checkPassword, defaultPasswordPolicy } = require('@authchart/machine')
const { webStorage } = require('@authchart/machine/browser')
const { AuthProvider, useAuthMachine } = require('@authchart/react')
const { act, createElement } = require('react')
const { createRoot } = require('react-dom/client')

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
