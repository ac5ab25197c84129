/** A sign-in by `useAuthForm()` of `@authchart/react`, with every screen. */
import { createAuth } from '@authchart/machine'
import { AuthProvider, useAuthForm } from '@authchart/react'
import { createRoot } from 'react-dom/client'

function Screens() {
  const form = useAuthForm()
  return (
    <form key={form.key} {...form.formProps}>
      <h1 data-home={form.route === 'signedIn' ? '' : undefined} {...form.titleProps}>
        {form.title}
      </h1>
      <p role="alert">{form.error}</p>
      {form.fields.map((field) => (
        <label key={field.name}>
          {field.label} <input {...field.inputProps} />
        </label>
      ))}
      {form.submitLabel && <button {...form.submitProps}>{form.submitLabel}</button>}
      {form.actions.map(({ name, label, buttonProps }) => (
        <button key={name} {...buttonProps}>
          {label}
        </button>
      ))}
    </form>
  )
}

createRoot(document.body).render(
  <AuthProvider auth={createAuth({ config: window.bench })}>
    <Screens />
  </AuthProvider>,
)
