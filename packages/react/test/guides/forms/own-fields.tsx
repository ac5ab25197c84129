import { useAuthForm } from '@authchart/react'
import { Form } from './form.tsx'

export function Auth() {
  const form = useAuthForm({
    repeatPassword: true,
    defaultCountry: 'DE',
    extraFields: [
      { route: 'signUp', to: 'attributes', name: 'custom:team', label: 'Team', isRequired: true },
      { route: 'signUp', to: 'validationData', name: 'invitation', label: 'Invitation' },
    ],
  })
  return <Form form={form} />
}
