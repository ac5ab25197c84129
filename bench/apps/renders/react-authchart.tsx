/** A sign-in by `useAuthForm()` of `@authchart/react`. */
import { createAuth } from '@authchart/machine'
import { AuthGate, AuthProvider, type ReactForm, useAuthForm, useAuthUser } from '@authchart/react'
import { createRoot } from 'react-dom/client'
import { countRender } from './count-render.ts'

function Screens() {
  countRender('Screens')
  return <Form form={useAuthForm()} />
}

function Form({ form }: { form: ReactForm }) {
  countRender('Form')
  return (
    <form key={form.key} {...form.formProps}>
      <h1 {...form.titleProps}>{form.title}</h1>
      {form.error && <p role="alert">{form.error}</p>}
      {form.fields.map((field) => (
        <Field key={field.name} field={field} />
      ))}
      <button {...form.submitProps}>{form.submitLabel}</button>
    </form>
  )
}

function Field({ field }: { field: ReactForm['fields'][number] }) {
  countRender('Field')
  return (
    <label>
      {field.label} <input {...field.inputProps} />
      {field.error && <em {...field.errorProps}>{field.error}</em>}
    </label>
  )
}

function Home() {
  countRender('Home')
  return <p data-home>{useAuthUser().username}</p>
}

createRoot(document.body).render(
  <AuthProvider auth={createAuth({ config: window.bench })}>
    <AuthGate fallback={<Screens />}>
      <Home />
    </AuthGate>
  </AuthProvider>,
)
