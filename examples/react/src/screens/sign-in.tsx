import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { TextField } from '../form/text-field.tsx'

export function SignIn({ view }: { view: ViewOf<'signIn'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.signIn}</h1>
      <AuthForm
        view={view}
        submitLabel="Sign in"
        onSubmit={({ username, password }) => view.submit({ username, password })}
      >
        <TextField
          label="Email"
          name="username"
          type="email"
          inputMode="email"
          autoComplete="username"
          defaultValue={view.username}
        />
        <PasswordField autoComplete="current-password" />
      </AuthForm>
      <p className="aside">
        New here?{' '}
        <button type="button" className="link" onClick={view.goSignUp}>
          Create an account
        </button>
      </p>
    </>
  )
}
