import type { ViewOf } from '@authchart/machine'

/** The user name alone. What follows depends on the user. */
export function FirstScreen({ view }: { view: ViewOf<'signIn'> }) {
  const { username, lastSignIn, failure, isPending, submit, goSignUp } = view
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        submit({ username: String(new FormData(event.currentTarget).get('username')) })
      }}
    >
      <h1>Sign in</h1>
      <p role="alert">{failure?.message}</p>
      <label>
        E-mail address
        <input
          name="username"
          // `webauthn`: the browser offers the passkey of this user in the list of the field.
          autoComplete="username webauthn"
          defaultValue={username || lastSignIn?.username}
        />
      </label>
      <button type="submit" disabled={isPending}>
        Continue
      </button>
      <button type="button" onClick={goSignUp}>
        Create an account
      </button>
    </form>
  )
}
