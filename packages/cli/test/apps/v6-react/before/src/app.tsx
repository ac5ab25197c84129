import { useAuthenticator } from '@aws-amplify/ui-react'
import { Account } from './account'
import { LoginPage } from './login-page'
import { useSessionLog } from './session-log'

export function App() {
  const { authStatus, user, signOut } = useAuthenticator((context) => [context.authStatus])
  const log = useSessionLog()

  if (authStatus === 'configuring') return <p>One moment</p>
  if (authStatus !== 'authenticated') return <LoginPage />
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
