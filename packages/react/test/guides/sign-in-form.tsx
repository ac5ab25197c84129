import type { ViewOf } from '@authchart/machine'
import type { FormEvent } from 'react'

export function SignInForm({ view }: { view: ViewOf<'signIn'> }) {
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    view.submit({ username: String(form.get('username')), password: String(form.get('password')) })
  }

  return (
    <form onSubmit={onSubmit}>
      <input name="username" autoComplete="username" defaultValue={view.username} />
      <input name="password" type="password" autoComplete="current-password" />
      <button type="submit" disabled={view.isPending}>
        Sign in
      </button>
    </form>
  )
}
