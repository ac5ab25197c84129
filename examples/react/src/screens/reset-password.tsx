import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { CodeField } from '../form/code-field.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { UsernameHint } from '../form/username-hint.tsx'
import { GoBack } from './go-back.tsx'
import { ResendButton } from './resend-button.tsx'

export function ResetPassword({ view }: { view: ViewOf<'resetPassword'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.resetPassword}</h1>
      <p className="lead">
        Type the code that we sent to <strong>{view.destination ?? view.username}</strong>, and a
        new password.
      </p>
      <AuthForm
        view={view}
        submitLabel="Set the new password"
        onSubmit={({ code, password }) => view.submit({ code, password })}
      >
        <UsernameHint username={view.username} />
        <CodeField label="Confirmation code" />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          checkPassword={view.checkPassword}
        />
      </AuthForm>
      <ResendButton view={view} />
      <GoBack onClick={view.goSignIn} />
    </>
  )
}
