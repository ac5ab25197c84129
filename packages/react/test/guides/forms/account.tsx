import { byName } from '@authchart/machine/forms'
import { useAuthForm } from '@authchart/react'
import { Form } from './form.tsx'

/** The page “Security” of an app. */
export function Security() {
  const account = useAuthForm({ profile: ['name', 'custom:team'] })
  if (account.name !== 'signedIn') return <Form form={account} />
  return (
    <main>
      <Form form={byName(account.sections, 'changePassword')} />
      <button {...byName(account.actions, 'load').buttonProps}>Show my devices</button>
      {account.sections
        .filter(({ name }) => name === 'devices' || name === 'setMfaPreference')
        .map((section) => (
          <Form key={section.name} form={section} />
        ))}
    </main>
  )
}
