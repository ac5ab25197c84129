import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AttributeField } from '../form/attribute-field.tsx'
import { AuthForm } from '../form/auth-form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { UsernameHint } from '../form/username-hint.tsx'
import { GoBack } from './go-back.tsx'

export function NewPassword({ view }: { view: ViewOf<'newPassword'> }) {
  return (
    <>
      <h1 tabIndex={-1}>{titles.newPassword}</h1>
      <p className="lead">The password you were given was only for the first time.</p>
      <AuthForm
        view={view}
        submitLabel="Continue"
        onSubmit={({ password, attributes }) => view.submit({ password, attributes })}
      >
        <UsernameHint username={view.username} />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          checkPassword={view.checkPassword}
        />
        {view.missingAttributes.map((attribute) => (
          <AttributeField key={attribute} attribute={attribute} />
        ))}
      </AuthForm>
      <GoBack onClick={view.goSignIn} />
    </>
  )
}
