import { checkConfirmation, confirmation } from '@authchart/example-shared/confirmation'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../../form/auth-form.tsx'
import { TextField } from '../../form/text-field.tsx'

export function DeleteAccount({ view }: { view: ViewOf<'signedIn'> }) {
  return (
    <AuthForm
      view={view}
      submitLabel="Delete it for good"
      check={checkConfirmation}
      onSubmit={view.deleteUser}
    >
      <TextField
        label={`Type “${confirmation}” to go on`}
        name="confirmation"
        hint="Your account and all its data will be gone. This cannot be undone."
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </AuthForm>
  )
}
