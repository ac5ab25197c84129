import { attributeInput } from '@authchart/example-shared/attributes'
import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../form/auth-form.tsx'
import { CodeField } from '../form/code-field.tsx'
import { GoBack } from './go-back.tsx'
import { ResendButton } from './resend-button.tsx'

export function ConfirmContact({ view }: { view: ViewOf<'confirmContact'> }) {
  const contact = attributeInput(view.attribute).label.toLowerCase()
  return (
    <>
      <h1 tabIndex={-1}>{titles.confirmContact}</h1>
      {/* When two contacts have changed, the same screen confirms the second. */}
      <p className="lead" aria-live="polite">
        We sent a code to your {contact}
        {view.destination && (
          <>
            {' '}
            <strong>{view.destination}</strong>
          </>
        )}
        . Type it here to show that it is yours.
      </p>
      <AuthForm view={view} submitLabel="Confirm" onSubmit={({ code }) => view.submit({ code })}>
        <CodeField label="Confirmation code" />
      </AuthForm>
      <ResendButton view={view} />
      <GoBack label="Skip for now" onClick={view.skip} />
    </>
  )
}
