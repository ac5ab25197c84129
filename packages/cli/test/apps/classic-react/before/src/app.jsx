import { Auth } from 'aws-amplify'
import { useEffect, useState } from 'react'
import { Orders } from './orders'
import { SignInForm } from './sign-in-form'

export function App() {
  const [user, setUser] = useState(null)

  useEffect(() => {
    // Is a user signed in already?
    Auth.currentAuthenticatedUser()
      .then((found) => setUser(found))
      .catch(() => setUser(null))
  }, [])

  async function leave() {
    await Auth.signOut()
    setUser(null)
  }

  if (!user) return <SignInForm onSignedIn={setUser} />
  return (
    <main>
      <h1>Hello {user.username}</h1>
      <Orders />
      <button type="button" onClick={leave}>
        Sign out
      </button>
      <button type="button" onClick={() => Auth.signOut({ global: true })}>
        Sign out everywhere
      </button>
    </main>
  )
}
