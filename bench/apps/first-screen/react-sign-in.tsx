import type { ViewOf } from '@authchart/machine'

/** A sign-in form without `useAuthForm()`. */
export function SignIn({
  failure,
  isPending,
  submit,
  goSignUp,
  goForgotPassword,
}: ViewOf<'signIn'>) {
  const send = (form: FormData) =>
    submit({ username: String(form.get('username')), password: String(form.get('password')) })
  return (
    <form action={send}>
      <h1>Sign in</h1>
      <p role="alert">{failure?.message}</p>
      <label>
        Email <input name="username" type="email" autoComplete="username" required />
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
