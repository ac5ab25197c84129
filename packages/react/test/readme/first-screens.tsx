import type { AuthFailure, AuthUser, AuthView } from '@authchart/machine'
import type { FormEvent } from 'react'

/** The screens that the first example of the README leaves to its reader. */
export function SignInForm({
  error,
  onSubmit,
}: {
  error: AuthFailure | undefined
  onSubmit: (values: { username: string; password: string }) => void
}) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSubmit({ username: String(data.get('username')), password: String(data.get('password')) })
  }

  return (
    <form aria-label="Sign in" onSubmit={submit}>
      <input aria-label="User name" name="username" />
      <input aria-label="Password" name="password" type="password" />
      {error && <p role="alert">{error.code}</p>}
    </form>
  )
}

export function Home({ user, onSignOut }: { user: AuthUser; onSignOut: () => void }) {
  return (
    <button type="button" onClick={onSignOut}>
      Sign out {user.email}
    </button>
  )
}

export function OtherScreens({ view }: { view: AuthView }) {
  return <p>{view.route}</p>
}
