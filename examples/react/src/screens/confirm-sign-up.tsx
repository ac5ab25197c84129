import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { CodeField } from '../form/code-field.tsx'
import { GoBack } from './go-back.tsx'
import { ResendButton } from './resend-button.tsx'

export function ConfirmSignUp({ view }: { view: ViewOf<'confirmSignUp'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.confirmSignUp}</h1>
      <p className="lead">
        Type the code that we sent to <strong>{view.destination ?? view.username}</strong>.
      </p>
      <AuthForm view={view} submitLabel="Confirm" onSubmit={({ code }) => view.submit({ code })}>
        <CodeField label="Confirmation code" />
      </AuthForm>
      <ResendButton view={view} />
      <GoBack onClick={view.goSignIn} />
    </>
  )
}
