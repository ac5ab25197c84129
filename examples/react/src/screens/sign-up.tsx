import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { TextField } from '../form/text-field.tsx'

export function SignUp({ view }: { view: ViewOf<'signUp'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.signUp}</h1>
      <AuthForm
        view={view}
        submitLabel="Create account"
        onSubmit={({ username: email, password }) =>
          view.submit({ username: email, password, attributes: { email } })
        }
      >
        <TextField
          label="Email"
          name="username"
          type="email"
          inputMode="email"
          autoComplete="username"
          defaultValue={view.username}
        />
        <PasswordField
          autoComplete="new-password"
          hint="At least 8 characters, with upper and lower case letters, a number and a symbol."
        />
      </AuthForm>
      <p className="aside">
        Been here before?{' '}
        <button type="button" className="link" onClick={view.goSignIn}>
          I have an account
        </button>
      </p>
    </>
  )
}
