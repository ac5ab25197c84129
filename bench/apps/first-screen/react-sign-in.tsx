import type { ViewOf } from '@authchart/machine'

/** A sign-in form without `useAuthForm()`. */
export function SignIn({
  username,
  failure,
  isPending,
  submit,
  goSignUp,
  goForgotPassword,
}: ViewOf<'signIn'>) {
  const send = (form: FormData) =>
    submit({ username: String(form.get('username')), password: String(form.get('password')) })
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        send(new FormData(event.currentTarget))
      }}
    >
      <h1>Sign in</h1>
      <p role="alert">{failure?.message}</p>
      <label>
        Email{' '}
        <input
          name="username"
          type="email"
          autoComplete="username"
          defaultValue={username}
          required
        />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" disabled={isPending}>
        Sign in
      </button>
      <button type="button" onClick={goForgotPassword}>
        Forgot your password?
      </button>
      <button type="button" onClick={goSignUp}>
        Create an account
      </button>
    </form>
  )
}
