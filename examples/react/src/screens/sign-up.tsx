import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { UsernameField } from '../form/username-field.tsx'
import { Providers } from './providers.tsx'

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
        onHaveCode={(username) => view.goConfirmSignUp({ username })}
      >
        <UsernameField username={view.username} />
        <PasswordField autoComplete="new-password" checkPassword={view.checkPassword} />
      </AuthForm>
      <p className="aside">
        Been here before?{' '}
        <button type="button" className="link" onClick={view.goSignIn}>
          I have an account
        </button>
      </p>
      <Providers view={view} />
    </>
  )
}
