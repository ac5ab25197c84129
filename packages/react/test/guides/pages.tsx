import { useAuthMachine, useAuthUser } from '@authchart/react'
import { SignInForm } from './sign-in-form.tsx'

export function AuthScreens() {
  const view = useAuthMachine()
  return (
    <>
      <p data-screen>{view.route}</p>
      {view.route === 'signIn' && <SignInForm view={view} />}
    </>
  )
}

export function Home() {
  return <h1>Home</h1>
}

export function Orders() {
  const user = useAuthUser()
  return (
    <>
      <h1>Orders</h1>
      <p>{user.email}</p>
    </>
  )
}
