import { sectionTitles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { AuthForm } from '../../form/auth-form.tsx'
import { PasswordField } from '../../form/password-field.tsx'
import { UsernameHint } from '../../form/username-hint.tsx'
import { Section } from './section.tsx'

export function ChangePassword({ view }: { view: ViewOf<'signedIn'> }) {
  return (
    <Section title={sectionTitles.password}>
      <AuthForm
        view={view}
        submitLabel="Change the password"
        onSubmit={({ previousPassword, password }) =>
          view.changePassword({ previousPassword, password })
        }
      >
        <UsernameHint username={view.user.email ?? view.user.username} />
        <PasswordField
          label="Current password"
          name="previousPassword"
          autoComplete="current-password"
        />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          checkPassword={view.checkPassword}
        />
      </AuthForm>
    </Section>
  )
}
