import { AuthGate, useAuthForm, useAuthUser } from '@authchart/react'
import { Auth, Form } from './form.tsx'

/** The app, for signed-in users only; every screen of the sign-in before it. */
export function Shop() {
  return (
    <AuthGate fallback={<Auth />} pending={<Auth />}>
      <Home />
    </AuthGate>
  )
}

/** What your app is, and the account below it. */
function Home() {
  const user = useAuthUser()
  const account = useAuthForm()
  return (
    <>
      <p>The app of {user.email}</p>
      {account.name === 'signedIn' && <Form form={account} />}
    </>
  )
}
