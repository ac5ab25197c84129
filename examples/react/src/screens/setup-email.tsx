import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AttributeField } from '../form/attribute-field.tsx'
import { AuthForm } from '../form/auth-form.tsx'
import { GoBack } from './go-back.tsx'

export function SetupEmail({ view }: { view: ViewOf<'setupEmail'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.setupEmail}</h1>
      <p className="lead">We will send a code to this address now, and at every sign-in.</p>
      <AuthForm
        view={view}
        submitLabel="Send the code"
        onSubmit={({ attributes: { email = '' } }) => view.submit({ email })}
      >
        <AttributeField attribute="email" />
      </AuthForm>
      <GoBack onClick={view.goSignIn} />
    </>
  )
}
