import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { UsernameField } from '../form/username-field.tsx'
import { GoBack } from './go-back.tsx'

export function ForgotPassword({ view }: { view: ViewOf<'forgotPassword'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.forgotPassword}</h1>
      <p className="lead">Enter your email. We will send you a code to choose a new one.</p>
      <AuthForm
        view={view}
        submitLabel="Send the code"
        onSubmit={({ username }) => view.submit({ username })}
        onHaveCode={(username) => view.goResetPassword({ username })}
        onUnconfirmed={(username) => view.goConfirmSignUp({ username })}
      >
        <UsernameField username={view.username} />
      </AuthForm>
      <GoBack onClick={view.goSignIn} />
    </>
  )
}
