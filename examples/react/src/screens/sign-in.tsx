import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { UsernameField } from '../form/username-field.tsx'

export function SignIn({ view }: { view: ViewOf<'signIn'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.signIn}</h1>
      <AuthForm
        view={view}
        submitLabel="Sign in"
        onSubmit={({ username, password }) => view.submit({ username, password })}
      >
        <UsernameField username={view.username} />
        <PasswordField autoComplete="current-password" />
      </AuthForm>
      <p className="aside">
        <button type="button" className="link" onClick={view.goForgotPassword}>
          Forgot your password?
        </button>
      </p>
      <p className="aside">
        New here?{' '}
        <button type="button" className="link" onClick={view.goSignUp}>
          Create an account
        </button>
      </p>
    </>
  )
}
