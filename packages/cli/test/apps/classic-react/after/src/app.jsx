import { auth } from './auth'
import { signOut } from './auth-calls'
import { useEffect, useState } from 'react'
import { Orders } from './orders'
import { SignInForm } from './sign-in-form'

export function App() {
  const [user, setUser] = useState(null)

  useEffect(() => {
    // Is a user signed in already?
    auth.getSession().then(({ user }) => user)
      .then((found) => setUser(found))
      .catch(() => setUser(null))
  }, [])

  async function leave() {
    await signOut()
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
      <button type="button" onClick={() => signOut({ global: true })}>
        Sign out everywhere
      </button>
    </main>
  )
}
