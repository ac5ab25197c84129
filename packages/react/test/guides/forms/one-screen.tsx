import { byName } from '@authchart/machine/forms'
import { type ReactForm, useAuthForm } from '@authchart/react'
import { Form } from './form.tsx'

/** A sign-in of our own; every other screen is the one component. */
export function Auth() {
  const form = useAuthForm()
  return form.name === 'signIn' ? <Welcome form={form} /> : <Form form={form} />
}

function Welcome({ form }: { form: ReactForm }) {
  const username = byName(form.fields, 'username')
  const password = byName(form.fields, 'password')
  return (
    <form {...form.formProps}>
      <h1 {...form.titleProps}>Welcome to the shop</h1>
      <p role="status">{form.status}</p>
      {form.error && <p role="alert">{form.error}</p>}
      {[username, password].map((field) => (
        <p key={field.name}>
          <input {...field.inputProps} aria-label={field.label} />
          {field.error && <em {...field.errorProps}>{field.error}</em>}
        </p>
      ))}
      <button {...form.submitProps}>{form.submitLabel}</button>
      <button {...byName(form.actions, 'goForgotPassword').buttonProps}>Help</button>
    </form>
  )
}
