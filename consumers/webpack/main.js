import { createAuth } from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

function Screen() {
  const view = useAuthMachine()
  if (view.route === 'signedIn') return createElement('h1', null, view.user.email)
  if (view.route !== 'signIn') return createElement('p', null, view.route)
  const onSubmit = (event) => {
    event.preventDefault()
    view.submit(Object.fromEntries(new FormData(event.currentTarget)))
  }
  return createElement(
    'form',
    { onSubmit },
    createElement('input', { name: 'username' }),
    createElement('input', { name: 'password', type: 'password' }),
    createElement('p', { role: 'alert' }, view.failure?.message),
    createElement('button', { type: 'submit' }, 'Sign in'),
  )
}

async function start() {
  const config = await (await fetch('/auth-config.json')).json()
  const auth = createAuth({ config, storage: cookieStorage() })
  createRoot(document.getElementById('root')).render(
    createElement(AuthProvider, { auth }, createElement(Screen)),
  )
}

start()
