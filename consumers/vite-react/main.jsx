import { createAuth } from '@authchart/machine'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const config = await (await fetch('/auth-config.json')).json()
const auth = createAuth({ config })

function Screen() {
  const view = useAuthMachine()
  if (view.route === 'signedIn') return <h1>{view.user.email}</h1>
  if (view.route !== 'signIn') return <p>{view.route}</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        view.submit(Object.fromEntries(new FormData(event.currentTarget)))
      }}
    >
      <input name="username" />
      <input name="password" type="password" />
      <p role="alert">{view.failure?.message}</p>
      <button type="submit">Sign in</button>
    </form>
  )
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>
  </StrictMode>,
)
