import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { TextField } from '../form/text-field.tsx'
import { ResendButton } from './resend-button.tsx'

export function ConfirmSignUp({ view }: { view: ViewOf<'confirmSignUp'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.confirmSignUp}</h1>
      <p className="lead">
        We sent a code to <strong>{view.destination ?? view.username}</strong>. Type it here to
        finish.
      </p>
      <AuthForm view={view} submitLabel="Confirm" onSubmit={({ code }) => view.submit({ code })}>
        <TextField
          label="Confirmation code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
        />
      </AuthForm>
      <ResendButton view={view} />
      <p className="aside">
        <button type="button" className="link" onClick={view.goSignIn}>
          Back to sign in
        </button>
      </p>
    </>
  )
}
