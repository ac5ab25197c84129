import { AuthGate, useAuthForm, useAuthMachine } from '@authchart/react'
import { useEffect, useRef } from 'react'
import { Auth } from './form.tsx'

/** The app with a page of its own in place of the account. */
export function ShopOfOrders() {
  return (
    <AuthGate fallback={<Auth />} pending={<Auth />}>
      <Orders />
    </AuthGate>
  )
}

function Orders() {
  const view = useAuthMachine()
  const { status, error } = useAuthForm()
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        Your orders
      </h1>
      <p role="status">{status}</p>
      {error && <p role="alert">{error}</p>}
      {view.route === 'signedIn' && (
        <button type="button" onClick={() => view.signOut()}>
          Sign out
        </button>
      )}
    </main>
  )
}
