import { useAuthMachine } from '@authchart/react'
import { signOut } from './auth-calls'
import { Account } from './account'
import { LoginPage } from './login-page'
import { useSessionLog } from './session-log'

export function App() {
  const { user, route } = useAuthMachine()
  const log = useSessionLog()

  if (route === 'restoring') return <p>One moment</p>
  if (user === undefined) return <LoginPage />
  return (
    <main>
      <h1>Hello {user.username}</h1>
      <Account />
      <button type="button" onClick={signOut}>
        Sign out
      </button>
      <p>{log.join(', ')}</p>
    </main>
  )
}
